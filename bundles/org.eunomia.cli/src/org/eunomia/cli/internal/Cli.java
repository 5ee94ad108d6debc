package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.watch.OutputClosedException;
import picocli.CommandLine.Model.CommandSpec;

/** Finds the command that is asked for and reports what went wrong in it. */
final class Cli {
    static final String VERSION = "1.0.0";
    private static final Map<String, Supplier<Command>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("run", RunCommand::new);
        COMMANDS.put("build", BuildCommand::new);
        COMMANDS.put("inspect", InspectCommand::new);
        COMMANDS.put("new", NewCommand::new);
        COMMANDS.put("hooks", HooksCommand::new);
        COMMANDS.put("keygen", KeygenCommand::new);
        COMMANDS.put("sign", SignCommand::new);
        COMMANDS.put("verify-signature", VerifySignatureCommand::new);
        COMMANDS.put("doctor", DoctorCommand::new);
        COMMANDS.put("server", ServerCommand::new);
        COMMANDS.put("start", StartCommand::new);
        COMMANDS.put("update", UpdateCommand::new);
        COMMANDS.put("stop", StopCommand::new);
        COMMANDS.put("list", ListCommand::new);
        COMMANDS.put("show", ShowCommand::new);
        COMMANDS.put("events", EventsCommand::new);
        COMMANDS.put("maps", MapsCommand::new);
        COMMANDS.put("stats", StatsCommand::new);
        COMMANDS.put("verify", VerifyCommand::new);
        COMMANDS.put("shell", ShellCommand::new);
        COMMANDS.put("completion", CompletionCommand::new);
    }

    private final Session session;

    Cli(Session session) {
        this.session = session;
    }

    int run(String[] args) {
        List<String> arguments = Arrays.asList(args);
        FailureText failures = new FailureText(session.err(), arguments.contains("--log") || arguments.contains("-v") || arguments.contains("--verbose"));
        try {
            return dispatch(arguments);
        } catch (UsageException e) {
            return failures.print(e);
        } catch (OperationFailedException e) {
            debug(e);
            return session.stop().isRequested() ? ExitCode.INTERRUPTED : failures.print(e.failure());
        } catch (OutputClosedException e) {
            return ExitCode.DONE;
        } catch (InterruptedException e) {
            return ExitCode.INTERRUPTED;
        } catch (IOException e) {
            return unexpected(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), e);
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            return unexpected("a defect of eunomia: " + e, e);
        }
    }

    private int dispatch(List<String> arguments) throws UsageException, OperationFailedException, IOException, InterruptedException {
        if (arguments.isEmpty()) throw new UsageException("no command given", "eunomia run FILE.bpf.c runs a tracker; eunomia --help lists all commands");
        String first = arguments.get(0);
        List<String> rest = arguments.subList(1, arguments.size());
        switch (first) {
            case "-h", "--help" -> session.print(Arguments.usage(all()));
            case "-V", "--version" -> session.print("eunomia " + VERSION + "\n");
            case "help" -> session.print(rest.isEmpty() ? Arguments.usage(all()) : Arguments.usage(command(rest.get(0)).spec()));
            default -> {
                return command(first).run(rest, session);
            }
        }
        return ExitCode.DONE;
    }

    private static Command command(String name) throws UsageException {
        Supplier<Command> found = COMMANDS.get(name);
        if (found != null) return found.get();
        if (name.startsWith("-")) throw new UsageException("unknown option '" + name + "'", "options follow the command; see eunomia --help");
        List<String> near = Nearest.to(name, COMMANDS.keySet());
        boolean source = name.endsWith(".c") || name.endsWith(".json") || name.startsWith("{");
        throw new UsageException("unknown command '" + (source ? shortened(name) : name) + "'", source ? "eunomia run SOURCE runs a tracker"
                : near.isEmpty() ? "see eunomia --help" : "did you mean " + String.join(", ", near) + "?");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    /** Of all commands, by name. */
    static Map<String, CommandSpec> specs() {
        Map<String, CommandSpec> specs = new LinkedHashMap<>();
        COMMANDS.forEach((name, command) -> specs.put(name, command.get().spec()));
        return specs;
    }

    /** The whole tree, which only help needs. */
    static CommandSpec all() {
        CommandSpec root = CommandSpec.create().name("eunomia");
        root.usageMessage().synopsisSubcommandLabel("COMMAND").abbreviateSynopsis(true).width(100).commandListHeading("%nCommands:%n")
                .optionListHeading("%nOptions:%n").descriptionHeading("%n").description("Runs eBPF trackers: compiled once, typed events anywhere.")
                .footer("", "eunomia run bpf-scaffold/examples/opensnoop/opensnoop.bpf.c shows each file that is opened.");
        root.addOption(Arguments.flag("show this text", "-h", "--help"));
        root.addOption(Arguments.flag("print the version", "-V", "--version"));
        COMMANDS.forEach((name, command) -> root.addSubcommand(name, command.get().spec().name(name)));
        return root;
    }

    private int unexpected(String message, Throwable e) {
        debug(e);
        session.err().println("error: " + message);
        session.err().println("hint: EUNOMIA_DEBUG=1 in the environment shows where it happened");
        return ExitCode.FAILED;
    }

    private void debug(Throwable e) {
        if (session.isDebug()) e.printStackTrace(session.err());
    }
}
