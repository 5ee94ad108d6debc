package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.Hooks;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.eunomia.core.view.Escapes;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists what a kernel has to attach to. */
final class HooksCommand implements FixedCommand {
    private static final List<String> KINDS = Arrays.stream(HookKind.values()).map(k -> k.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList();

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("hooks", "Lists what trackers can attach to here.", "KIND is one of " + String.join(", ", KINDS) + ".",
                "FILTER is words that all have to occur in the name, with * for anything; for uprobe the path of a program and a colon come before it.");
        spec.addPositional(Arguments.positional("0", "KIND", ""));
        spec.addPositional(Arguments.positional("1..*", "FILTER", ""));
        spec.addOption(Arguments.flag("the fields or arguments of each", "-f", "--fields"));
        spec.addOption(Arguments.option("N", "at most N (default: 100)", "-n", "--limit"));
        spec.addOption(Arguments.format());
        HostArguments.addTo(spec, "ask the daemon there instead of this machine's kernel");
        return spec;
    }

    @Override
    public int run(ParseResult options, Session session) throws OperationFailedException, UsageException, IOException {
        List<String> values = options.matchedPositionals().stream().flatMap(p -> p.originalStringValues().stream()).toList();
        if (values.isEmpty()) throw new UsageException("no KIND given", "one of " + String.join(", ", KINDS));
        HookKind kind = kind(values.getFirst());
        int limit = (int) Arguments.number("--limit", Arguments.value(options, "--limit", "100"), Hooks.MOST);
        boolean json = Arguments.wantsJson(options);
        try (TrackerService service = HostArguments.isGiven(options) ? HostArguments.open(options, session) : session.runtime().open()) {
            Hooks found = service.hooks(kind, String.join(" ", values.subList(1, values.size())), limit);
            if (json) for (Hook h : found.hooks()) RemoteCommand.json(session, h);
            else session.print(text(found.hooks(), Arguments.has(options, "--fields") || found.matching() == 1));
            if (found.matching() > found.hooks().size()) session.note(found.hooks().size() + " of " + found.matching() + " are shown: give more of the name, or --limit");
            return found.matching() > 0 ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** Also in the plural. */
    private static HookKind kind(String text) throws UsageException {
        for (String known : KINDS) if (text.equals(known) || text.equals(known + "s")) return HookKind.values()[KINDS.indexOf(known)];
        List<String> near = Nearest.to(text, KINDS);
        throw new UsageException("unknown kind of hooks '" + text + "'", near.isEmpty() ? "one of " + String.join(", ", KINDS) : "did you mean " + String.join(", ", near) + "?");
    }

    private static String text(List<Hook> hooks, boolean fields) {
        StringBuilder out = new StringBuilder();
        int width = hooks.stream().mapToInt(h -> h.name().length()).max().orElse(0);
        for (Hook h : hooks) {
            out.append(Escapes.text(h.name()));
            if (!h.detail().isEmpty()) out.append(" ".repeat(width - h.name().length() + 2)).append(Escapes.text(h.detail()));
            out.append('\n');
            if (fields) for (Hook.Field f : h.fields()) out.append("    ").append(Escapes.text(f.declaration())).append('\n');
        }
        return out.toString();
    }
}
