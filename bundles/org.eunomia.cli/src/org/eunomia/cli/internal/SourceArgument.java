package org.eunomia.cli.internal;

import java.nio.file.Path;
import java.util.List;
import org.eunomia.cli.internal.source.Sources;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Finds the source among arguments whose options are not all known yet: those for params come with the source. */
final class SourceArgument {
    private SourceArgument() { }

    /**
     * The first argument that is no option and no value of an option of the command. After an option that is not known, whose value it may be, only
     * what looks like a source counts, unless nothing does.
     *
     * @return its index, or -1
     */
    static int find(List<String> arguments, CommandSpec spec, Path folder) {
        int guess = -1;
        for (int i = 0; i < arguments.size(); i++) {
            String a = arguments.get(i);
            if (a.equals("--")) return i + 1 < arguments.size() ? i + 1 : guess;
            if (a.startsWith("-") && !a.equals("-")) {
                OptionSpec known = spec.findOption(a);
                if (known != null && known.arity().max() > 0) i++;
                continue;
            }
            boolean afterUnknown = i > 0 && arguments.get(i - 1).startsWith("-") && !arguments.get(i - 1).contains("=") && spec.findOption(arguments.get(i - 1)) == null;
            if (!afterUnknown || Sources.looksLikeSource(a, folder)) return i;
            if (guess < 0) guess = i;
        }
        return guess;
    }

    /** Parses what the command knows and leaves the rest alone. */
    static ParseResult lenient(List<String> arguments, CommandSpec spec) throws UsageException {
        spec.parser().unmatchedArgumentsAllowed(true);
        return Arguments.parse(spec, arguments);
    }
}
