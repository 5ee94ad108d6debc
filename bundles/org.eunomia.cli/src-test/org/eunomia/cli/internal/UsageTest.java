package org.eunomia.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UsageTest {
    private static void refused(String message, String... args) {
        assertEquals(new Run(ExitCode.USAGE, "", message), Run.of(args));
    }

    @Test
    void asksForACommand() {
        refused("error: no command given\nhint: eunomia run FILE.bpf.c runs a tracker; eunomia --help lists all commands\n");
    }

    @Test
    void proposesTheNearestCommand() {
        refused("error: unknown command 'rnu'\nhint: did you mean run?\n", "rnu");
    }

    @Test
    void recognisesASourceWithoutItsCommand() {
        refused("error: unknown command 'x.bpf.c'\nhint: eunomia run SOURCE runs a tracker\n", "x.bpf.c");
    }

    @Test
    void proposesTheNearestOption() {
        refused("error: unknown option '--lst'\nhint: did you mean --list?\n", "new", "--lst");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        refused("error: option '--output' needs a value\nhint: see eunomia build --help\n", "build", "x.bpf.c", "-o");
    }

    @Test
    void refusesTooManyArguments() {
        refused("error: too many arguments: 'b'\nhint: see eunomia build --help\n", "build", "a", "b");
    }

    @Test
    void asksForASource() {
        refused("error: no SOURCE given\nhint: eunomia run FILE.bpf.c, a package, '-', JSON or a URL\n", "run");
        refused("error: no source given\nhint: eunomia build FILE.bpf.c\n", "build");
    }

    @Test
    void escapesWhatItRepeats() {
        refused("error: unknown command '\\x1b[2J'\nhint: see eunomia --help\n", "\u001b[2J");
    }

    @Test
    void printsItsVersion() {
        assertEquals(new Run(0, "eunomia 1.0.0\n", ""), Run.of("--version"));
    }

    @Test
    void listsEveryCommandInItsHelp() {
        String help = Run.of("--help").out();
        for (String c : new String[] { "run", "build", "inspect", "new", "keygen", "sign", "verify-signature", "doctor", "completion" }) {
            assertTrue(help.contains("\n  " + c + " "), help);
            Run own = Run.of(c, "--help");
            assertEquals(0, own.code());
            assertTrue(own.out().startsWith("Usage: eunomia " + c + " "), own.out());
            assertEquals(own.out(), Run.of("help", c).out());
        }
    }
}
