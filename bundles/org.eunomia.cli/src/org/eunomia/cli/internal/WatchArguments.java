package org.eunomia.cli.internal;

import java.time.Duration;
import org.eunomia.core.watch.WatchOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** How what a tracker yields is shown. */
final class WatchArguments {
    private WatchArguments() { }

    static void addTo(CommandSpec spec) {
        spec.addOption(Arguments.option("FORMAT", "text (default), json with one object a line, or csv", "-o", "--output"));
        spec.addOption(Arguments.option("N", "end after N events, or after N rounds of a tracker that has maps only", "--count"));
        spec.addOption(Arguments.option("TIME", "end after that time: 10s, 500ms, 2m", "--duration"));
        spec.addOption(Arguments.option("TIME", "show maps that often (default: as the tracker says)", "--interval"));
        spec.addOption(Arguments.flag("empty maps after each showing", "--clear"));
        spec.addOption(Arguments.option("N", "show only the first N rows of a table", "--top"));
    }

    static WatchOptions of(ParseResult options) throws UsageException {
        WatchOptions.Format format = switch (Arguments.value(options, "--output", "text")) {
            case "text" -> WatchOptions.Format.TEXT;
            case "json" -> WatchOptions.Format.JSON;
            case "csv" -> WatchOptions.Format.CSV;
            default -> throw new UsageException("unknown output format '" + Arguments.value(options, "--output", "") + "'", "text, json or csv");
        };
        String count = Arguments.value(options, "--count", "");
        String top = Arguments.value(options, "--top", "");
        return new WatchOptions(format, count.isEmpty() ? 0 : Arguments.number("--count", count, Long.MAX_VALUE), duration(options, "--duration"),
                duration(options, "--interval"), Arguments.has(options, "--clear"), top.isEmpty() ? 0 : (int) Arguments.number("--top", top, Integer.MAX_VALUE));
    }

    private static Duration duration(ParseResult options, String name) throws UsageException {
        String text = Arguments.value(options, name, "");
        return text.isEmpty() ? Duration.ZERO : Durations.parse(name, text);
    }
}
