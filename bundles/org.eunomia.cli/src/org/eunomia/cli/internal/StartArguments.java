package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eunomia.cli.internal.source.Sources;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.spec.Package;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What all commands take that bring a package into a kernel: its source, its params, and how it is to be loaded. */
final class StartArguments {
    static final String[] ABOUT_SOURCE = {"SOURCE is a .bpf.c, a package file, a BPF object, '-' for standard input, a package's JSON itself, or a URL.",
            "The tracker's params are options, too: --help after the SOURCE shows them."};

    private StartArguments() { }

    static void addTo(CommandSpec spec) {
        spec.addOption(Arguments.repeated("MAP=N", "give a map N entries, or a ring buffer N bytes", "--map-size"));
        spec.addOption(Arguments.option("NAME", "call the tracker NAME", "--name"));
        spec.addOption(Arguments.repeated("NAME=VALUE", "set a param whose option has another meaning here", "--param"));
        spec.addOption(Arguments.repeated("[PROGRAM:]NAME=VALUE", "say where a program attaches: interface=eth0, cgroup=/sys/fs/cgroup, path=/bin/bash, pid=N, frequency=99, …", "--attach"));
        spec.addOption(Arguments.repeated("KEYFILE", "run only what one of the public keys in KEYFILE has signed", "--require-signature"));
        CompileOptions.addTo(spec);
        spec.addOption(Arguments.flag("show the kernel's whole log when it refuses a program", "--log"));
        spec.addOption(Arguments.flag("tell more, and show whole logs", "-v", "--verbose"));
    }

    record Given(StartSpec start, ParseResult options) { }

    /**
     * Reads the package and the options, some of which come with the package.
     *
     * @param spec makes the command's specification; asked more than once, as it is changed by parsing
     * @return empty when all that was wanted is help, which is printed
     */
    static Optional<Given> read(List<String> arguments, Supplier<CommandSpec> spec, String hint, Session session)
            throws OperationFailedException, UsageException, IOException, InterruptedException {
        CommandSpec own = spec.get();
        int at = SourceArgument.find(arguments, own, session.folder());
        boolean help = arguments.contains("--help") || arguments.contains("-h");
        if (at < 0 && !help) {
            Arguments.parse(own, arguments);
            throw new UsageException("no SOURCE given", hint);
        }
        Package pack = null;
        ParamOptions params = null;
        if (at >= 0) {
            pack = new Sources(session, CompileOptions.of(SourceArgument.lenient(arguments, spec.get()))).open(arguments.get(at));
            params = new ParamOptions(pack, own);
        }
        if (help) {
            session.print(Arguments.usage(own));
            return Optional.empty();
        }
        ParseResult options = Arguments.parse(own, params.normalised(arguments));
        // A kernel without types of its own is loaded into by these, too.
        if (Arguments.has(options, "--btf")) System.setProperty("eunomia.btf", session.folder().resolve(Arguments.value(options, "--btf", "")).toAbsolutePath().toString());
        Signatures.require(options.matchedOptionValue("--require-signature", List.<String>of()), pack, session);
        return Optional.of(new Given(startSpec(arguments.get(at), pack, params, options), options));
    }

    private static StartSpec startSpec(String source, Package pack, ParamOptions params, ParseResult options) throws OperationFailedException, UsageException {
        List<String> assignments = options.matchedOptionValue("--param", List.<String>of());
        String name = Arguments.value(options, "--name", pack.name().isEmpty() ? Sources.nameOf(source) : "");
        return new StartSpec(AttachOptions.apply(pack, options.matchedOptionValue("--attach", List.<String>of())), name, params.values(assignments), mapSizes(pack, options));
    }

    private static Map<String, Integer> mapSizes(Package pack, ParseResult options) throws OperationFailedException, UsageException {
        Map<String, Integer> sizes = new HashMap<>();
        for (String s : options.matchedOptionValue("--map-size", List.<String>of())) {
            int equals = s.indexOf('=');
            if (equals < 1) throw new UsageException("option '--map-size' needs MAP=N, not '" + s + "'", "");
            String map = s.substring(0, equals);
            if (pack.maps().stream().noneMatch(m -> m.name().equals(map))) {
                List<String> names = pack.maps().stream().map(m -> m.name()).toList();
                throw new OperationFailedException(new Failure.NotFound("map", map, names));
            }
            sizes.put(map, Math.toIntExact(Arguments.number("--map-size", s.substring(equals + 1), Integer.MAX_VALUE)));
        }
        return sizes;
    }
}
