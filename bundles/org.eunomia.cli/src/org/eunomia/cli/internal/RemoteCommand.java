package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import org.eunomia.client.AnswerText;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.OperationFailedException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command that asks a daemon something, and shows the answer. */
abstract class RemoteCommand implements Command {
    private final String name;
    private final List<String> arguments;
    private final String[] description;

    /** @param arguments labels of the positional ones; those in brackets may be left out, one with dots may be repeated */
    RemoteCommand(String name, List<String> arguments, String... description) {
        this.name = name;
        this.arguments = arguments;
        this.description = description;
    }

    @Override
    public final CommandSpec spec() {
        CommandSpec spec = Arguments.command(name, description);
        for (int i = 0; i < arguments.size(); i++) {
            boolean many = arguments.get(i).endsWith("...");
            spec.addPositional(Arguments.positional(many ? i + "..*" : Integer.toString(i), arguments.get(i).replaceAll("[\\[\\].]", ""), ""));
        }
        addOptions(spec);
        HostArguments.addTo(spec);
        return spec;
    }

    void addOptions(CommandSpec spec) {
        spec.addOption(Arguments.option("FORMAT", "text (default) or json", "-o", "--output"));
    }

    @Override
    public final int run(List<String> given, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        CommandSpec spec = spec();
        ParseResult options = Arguments.parse(spec, given);
        if (Arguments.has(options, "--help")) {
            session.print(Arguments.usage(spec));
            return ExitCode.DONE;
        }
        List<String> values = options.matchedPositionals().stream().flatMap(p -> p.originalStringValues().stream()).toList();
        for (int i = values.size(); i < arguments.size(); i++) {
            if (!arguments.get(i).startsWith("[")) throw new UsageException("no " + arguments.get(i).replace("...", "") + " given", Arguments.help(spec));
        }
        try (RemoteTrackerService service = HostArguments.open(options, session)) {
            return ask(service, values, options, session);
        }
    }

    abstract int ask(RemoteTrackerService service, List<String> values, ParseResult options, Session session)
            throws OperationFailedException, UsageException, IOException, InterruptedException;

    static boolean wantsJson(ParseResult options) throws UsageException {
        String format = Arguments.value(options, "--output", "text");
        if (!format.equals("text") && !format.equals("json")) throw new UsageException("unknown output format '" + format + "'", "text or json");
        return format.equals("json");
    }

    static void json(Session session, Object value) throws IOException {
        session.print(AnswerText.json(value) + "\n");
    }
}
