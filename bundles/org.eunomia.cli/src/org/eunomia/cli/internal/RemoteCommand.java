package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.List;
import org.eunomia.client.AnswerText;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.OperationFailedException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command that asks a daemon something, and shows the answer. */
abstract class RemoteCommand implements FixedCommand {
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
        spec.addOption(Arguments.format());
    }

    @Override
    public final int run(ParseResult options, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        List<String> values = options.matchedPositionals().stream().flatMap(p -> p.originalStringValues().stream()).toList();
        for (int i = values.size(); i < arguments.size(); i++) {
            if (!arguments.get(i).startsWith("[")) throw new UsageException("no " + arguments.get(i).replace("...", "") + " given", Arguments.help(options.commandSpec()));
        }
        try (RemoteTrackerService service = HostArguments.open(options, session)) {
            return ask(service, values, options, session);
        }
    }

    abstract int ask(RemoteTrackerService service, List<String> values, ParseResult options, Session session)
            throws OperationFailedException, UsageException, IOException, InterruptedException;

    static void json(Session session, Object value) throws IOException {
        session.print(AnswerText.json(value) + "\n");
    }
}
