package org.eunomia.cli.internal;

import org.eunomia.core.StartOptions.Budget;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What a tracker of a daemon may use. */
final class BudgetOptions {
    private BudgetOptions() { }

    static void addTo(CommandSpec spec) {
        spec.addOption(Arguments.option("N", "stop it when it yields more than N events a second for some seconds", "--max-events"));
        spec.addOption(Arguments.option("N", "stop it when its programs take more than N percent of a CPU for some seconds", "--max-cpu"));
        spec.addOption(Arguments.option("BYTES", "refuse it when its maps take more than that", "--max-map-memory"));
    }

    static Budget of(ParseResult options) throws UsageException {
        return new Budget(number(options, "--max-events", Long.MAX_VALUE), (int) number(options, "--max-cpu", 1_000_000), number(options, "--max-map-memory", Long.MAX_VALUE));
    }

    private static long number(ParseResult options, String name, long most) throws UsageException {
        String text = Arguments.value(options, name, "");
        return text.isEmpty() ? 0 : Arguments.number(name, text, most);
    }
}
