package org.eunomia.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eunomia.toolchain.scaffold.NewTracker;
import org.eunomia.toolchain.scaffold.NewTrackerRules;
import org.eunomia.toolchain.scaffold.Scaffold;
import org.eunomia.toolchain.scaffold.StartingPoint;
import org.eunomia.core.OperationFailedException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Copies a template or an example as the start of a tracker of one's own. */
final class NewCommand implements FixedCommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("new", "Starts a tracker from a template or an example.");
        spec.addPositional(Arguments.positional("0", "TEMPLATE", "one of --list"));
        spec.addPositional(Arguments.positional("1", "DIR", "folder for its files"));
        spec.addOption(Arguments.flag("list templates and examples", "-l", "--list"));
        spec.addOption(Arguments.option("NAME", "name of the tracker (default: that of the folder)", "--name"));
        spec.addOption(Arguments.option("HOOK", "where it attaches (default: as the template says)", "--hook"));
        spec.addOption(Arguments.option("LICENSE", "what the program tells the kernel (default: Dual BSD/GPL)", "--license"));
        return spec;
    }

    @Override
    public int run(ParseResult options, Session session) throws OperationFailedException, UsageException, IOException {
        Scaffold scaffold = Scaffold.find();
        if (Arguments.has(options, "--list")) {
            session.print(list(scaffold.all()));
            return ExitCode.DONE;
        }
        String template = options.matchedPositionalValue(0, "");
        String folder = options.matchedPositionalValue(1, "");
        if (template.isEmpty() || folder.isEmpty()) throw new UsageException(template.isEmpty() ? "no template given" : "no folder given", "eunomia new TEMPLATE DIR; eunomia new --list shows all templates");
        StartingPoint from = scaffold.named(template);
        Path target = session.folder().resolve(folder);
        String name = Arguments.value(options, "--name", target.toAbsolutePath().normalize().getFileName().toString());
        String license = Arguments.value(options, "--license", NewTrackerRules.GPL_COMPATIBLE.getFirst());
        String hook = Arguments.value(options, "--hook", "");
        if (!NewTrackerRules.nameProblem(name).isEmpty()) throw new UsageException("'" + name + "' is no name for a tracker", "letters, digits, - and _; --name NAME");
        if (!NewTrackerRules.licenseProblem(license).isEmpty()) throw new UsageException("'" + license + "' is no licence", NewTrackerRules.licenseProblem(license));
        if (!hook.isEmpty() && from.hook().isEmpty()) throw new UsageException(template + " has no hook to choose", "");
        NewTracker tracker = new NewTracker(from, name, license, hook);
        List<Path> made = tracker.create(target);
        StringBuilder text = new StringBuilder();
        for (Path p : made) text.append(p).append('\n');
        session.print(text.toString());
        return ExitCode.DONE;
    }

    private static String list(List<StartingPoint> all) {
        int width = all.stream().mapToInt(s -> s.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder("Templates:\n");
        boolean examples = false;
        for (StartingPoint s : all) {
            if (!s.template() && !examples) text.append("\nExamples:\n");
            examples = !s.template();
            text.append("  ").append(s.name()).append(" ".repeat(width - s.name().length() + 2)).append(s.description()).append('\n');
        }
        return text.toString();
    }
}
