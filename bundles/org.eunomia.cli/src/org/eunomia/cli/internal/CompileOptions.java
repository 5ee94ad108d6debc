package org.eunomia.cli.internal;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.cli.internal.source.SourceOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Options of all commands that compile. */
final class CompileOptions {
    private CompileOptions() { }

    static void addTo(CommandSpec spec) {
        spec.addOption(Arguments.repeated("DIR", "search DIR for headers", "-I", "--include"));
        spec.addOption(Arguments.repeated("NAME[=VALUE]", "define a macro", "-D", "--define"));
        spec.addOption(Arguments.option("FILE", "make vmlinux.h of the BTF in FILE instead of the running kernel's", "--btf"));
        spec.addOption(Arguments.flag("do not count the events that do not fit into buffers", "--no-loss-counting"));
    }

    static SourceOptions of(ParseResult options) {
        List<String> flags = new ArrayList<>();
        for (String d : options.matchedOptionValue("--include", List.<String>of())) flags.add("-I" + d);
        for (String d : options.matchedOptionValue("--define", List.<String>of())) flags.add("-D" + d);
        return new SourceOptions(flags, !Arguments.has(options, "--no-loss-counting"), true, Arguments.value(options, "--btf", ""), Arguments.has(options, "--verbose"));
    }
}
