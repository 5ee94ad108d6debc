package org.eunomia.cli.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.cli.internal.run.Watch;
import org.eunomia.cli.internal.run.WatchOptions;
import org.eunomia.cli.internal.source.SourceOptions;
import org.eunomia.cli.internal.source.Sources;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.Package;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Runs a tracker in this process and shows what it yields. */
final class RunCommand implements Command {
    private static final String USAGE_HINT = "eunomia run FILE.bpf.c, a package, '-', JSON or a URL";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("run", "Runs a tracker until Ctrl-C and shows its events.",
                "SOURCE is a .bpf.c, a package file, a BPF object, '-' for standard input, a package's JSON itself, or a URL.",
                "The tracker's params are options, too: --help after the SOURCE shows them.");
        spec.addPositional(Arguments.positional("0", "SOURCE", "what to run"));
        spec.addOption(Arguments.option("FORMAT", "text (default), json with one object a line, or csv", "-o", "--output"));
        spec.addOption(Arguments.option("N", "end after N events, or after N rounds of a tracker that has maps only", "--count"));
        spec.addOption(Arguments.option("TIME", "end after that time: 10s, 500ms, 2m", "--duration"));
        spec.addOption(Arguments.option("TIME", "show maps that often (default: as the tracker says)", "--interval"));
        spec.addOption(Arguments.flag("empty maps after each showing", "--clear"));
        spec.addOption(Arguments.option("N", "show only the first N rows of a table", "--top"));
        spec.addOption(Arguments.repeated("MAP=N", "give a map N entries, or a ring buffer N bytes", "--map-size"));
        spec.addOption(Arguments.option("NAME", "call the tracker NAME", "--name"));
        spec.addOption(Arguments.repeated("NAME=VALUE", "set a param whose option has another meaning here", "--param"));
        spec.addOption(Arguments.repeated("[PROGRAM:]NAME=VALUE", "say where a program attaches: interface=eth0, cgroup=/sys/fs/cgroup, path=/bin/bash, pid=N, frequency=99, …", "--attach"));
        spec.addOption(Arguments.repeated("KEYFILE", "run only what one of the public keys in KEYFILE has signed", "--require-signature"));
        CompileOptions.addTo(spec);
        spec.addOption(Arguments.flag("show the kernel's whole log when it refuses a program", "--log"));
        spec.addOption(Arguments.flag("tell more, and show whole logs", "-v", "--verbose"));
        return spec;
    }

    @Override
    public int run(List<String> arguments, Session session) throws OperationFailedException, UsageException, IOException, InterruptedException {
        CommandSpec spec = spec();
        List<String> given = withoutOldWord(arguments);
        int at = SourceArgument.find(given, spec, session.folder());
        boolean help = given.contains("--help") || given.contains("-h");
        if (at < 0 && help) {
            session.print(Arguments.usage(spec));
            return ExitCode.DONE;
        }
        if (at < 0) {
            Arguments.parse(spec, given);
            throw new UsageException("no SOURCE given", USAGE_HINT);
        }
        Package pack = new Sources(session, CompileOptions.of(SourceArgument.lenient(given, spec()))).open(given.get(at));
        ParamOptions params = new ParamOptions(pack, spec);
        if (help) {
            session.print(Arguments.usage(spec));
            return ExitCode.DONE;
        }
        ParseResult options = Arguments.parse(spec, params.normalised(given));
        Signatures.require(options.matchedOptionValue("--require-signature", List.<String>of()), pack, session);
        return start(startSpec(given.get(at), pack, params, options), watchOptions(options), session);
    }

    /** 0.1.0 wanted a word before the JSON. */
    private static List<String> withoutOldWord(List<String> arguments) {
        boolean old = arguments.size() > 1 && arguments.get(0).equals("hotupdate") && !arguments.get(1).startsWith("--");
        return old ? arguments.subList(1, arguments.size()) : arguments;
    }

    private static StartSpec startSpec(String source, Package pack, ParamOptions params, ParseResult options) throws OperationFailedException, UsageException {
        Map<String, Integer> sizes = new HashMap<>();
        for (String s : options.matchedOptionValue("--map-size", List.<String>of())) {
            int equals = s.indexOf('=');
            if (equals < 1) throw new UsageException("option '--map-size' needs MAP=N, not '" + s + "'", "");
            String map = s.substring(0, equals);
            if (pack.maps().stream().noneMatch(m -> m.name().equals(map))) {
                List<String> names = pack.maps().stream().map(m -> m.name()).toList();
                throw new OperationFailedException(new Failure.NotFound("map", map, names));
            }
            sizes.put(map, Math.toIntExact(number("--map-size", s.substring(equals + 1), Integer.MAX_VALUE)));
        }
        List<String> assignments = options.matchedOptionValue("--param", List.<String>of());
        String name = Arguments.value(options, "--name", pack.name().isEmpty() ? Sources.nameOf(source) : "");
        return new StartSpec(AttachOptions.apply(pack, options.matchedOptionValue("--attach", List.<String>of())), name, params.values(assignments), sizes);
    }

    private static WatchOptions watchOptions(ParseResult options) throws UsageException {
        WatchOptions.Format format = switch (Arguments.value(options, "--output", "text")) {
            case "text" -> WatchOptions.Format.TEXT;
            case "json" -> WatchOptions.Format.JSON;
            case "csv" -> WatchOptions.Format.CSV;
            default -> throw new UsageException("unknown output format '" + Arguments.value(options, "--output", "") + "'", "text, json or csv");
        };
        String count = Arguments.value(options, "--count", "");
        String top = Arguments.value(options, "--top", "");
        return new WatchOptions(format, count.isEmpty() ? 0 : number("--count", count, Long.MAX_VALUE), duration(options, "--duration"),
                duration(options, "--interval"), Arguments.has(options, "--clear"), top.isEmpty() ? 0 : (int) number("--top", top, Integer.MAX_VALUE));
    }

    private static Duration duration(ParseResult options, String name) throws UsageException {
        String text = Arguments.value(options, name, "");
        return text.isEmpty() ? Duration.ZERO : Durations.parse(name, text);
    }

    private static long number(String option, String text, long most) throws UsageException {
        try {
            long number = Long.parseLong(text);
            if (number > 0 && number <= most) return number;
        } catch (NumberFormatException e) {
            // falls through to the one message for all that is no such number
        }
        throw new UsageException("option '" + option + "' needs a number from 1 to " + most + ", not '" + text + "'", "");
    }

    private static int start(StartSpec spec, WatchOptions options, Session session) throws OperationFailedException, IOException, InterruptedException {
        session.stop().watched();
        if (session.stop().isRequested()) return ExitCode.INTERRUPTED;
        Watch.prepare();
        try (TrackerService service = session.runtime().open()) {
            TrackerInfo tracker = service.start(spec);
            List<String> told = new ArrayList<>(tracker.notices());
            told.forEach(session::note);
            new Watch(service, tracker, options, session).run();
            service.show(tracker.id()).notices().stream().filter(n -> !told.contains(n)).forEach(session::note);
        }
        return ExitCode.DONE;
    }
}
