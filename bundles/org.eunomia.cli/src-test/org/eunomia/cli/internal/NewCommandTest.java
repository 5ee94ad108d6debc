package org.eunomia.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
    @TempDir
    Path folder;
    private String before;

    @BeforeEach
    void makeAScaffold() throws Exception {
        Path template = Files.createDirectories(folder.resolve("scaffold/templates/probe"));
        Files.writeString(template.resolve("template.properties"), "title=Probe\ndescription=An event for each call.\nhook=kprobe/default\n");
        Files.writeString(template.resolve("template.bpf.c"), "/* @NAME@ */\nchar l[] = \"@LICENSE@\";\nSEC(\"@HOOK@\")\n");
        Path example = Files.createDirectories(folder.resolve("scaffold/examples/snoop"));
        Files.writeString(example.resolve("snoop.bpf.c"), "// SPDX-License-Identifier: GPL-2.0\n/* Shows calls. */\n#include \"snoop.h\"\n");
        Files.writeString(example.resolve("snoop.h"), "struct event { int pid; };\n");
        before = System.setProperty("eunomia.scaffold", folder.resolve("scaffold").toString());
    }

    @AfterEach
    void restore() {
        if (before == null) System.clearProperty("eunomia.scaffold");
        else System.setProperty("eunomia.scaffold", before);
    }

    private Run run(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "new";
        System.arraycopy(args, 0, all, 1, args.length);
        return Run.in(folder, null, all);
    }

    @Test
    void listsTemplatesAndExamples() {
        assertEquals(new Run(0, "Templates:\n  probe  An event for each call.\n\nExamples:\n  snoop  Shows calls.\n", ""), run("--list"));
    }

    @Test
    void fillsATemplateIn() throws Exception {
        Path file = folder.resolve("mine/mine.bpf.c");
        assertEquals(new Run(0, file + "\n", ""), run("probe", "mine", "--hook", "kprobe/do_exit"));
        assertEquals("/* mine */\nchar l[] = \"Dual BSD/GPL\";\nSEC(\"kprobe/do_exit\")\n", Files.readString(file));
    }

    @Test
    void attachesWhereTheTemplateSaysByDefault() throws Exception {
        run("probe", "mine", "--license", "GPL", "--name", "other");
        assertEquals("/* other */\nchar l[] = \"GPL\";\nSEC(\"kprobe/default\")\n", Files.readString(folder.resolve("mine/other.bpf.c")));
    }

    @Test
    void copiesAnExampleUnderTheNewName() throws Exception {
        assertEquals(0, run("snoop", "mine").code());
        assertEquals("// SPDX-License-Identifier: GPL-2.0\n/* Shows calls. */\n#include \"mine.h\"\n", Files.readString(folder.resolve("mine/mine.bpf.c")));
        assertEquals("struct event { int pid; };\n", Files.readString(folder.resolve("mine/mine.h")));
    }

    @Test
    void overwritesNothing() {
        run("snoop", "mine");
        Run again = run("snoop", "mine");
        assertEquals(new Run(1, "", "error: cannot create " + folder.resolve("mine/mine.bpf.c") + ": it exists already\nhint: choose another folder\n"), again);
    }

    @Test
    void proposesTheNearestTemplate() {
        assertEquals(new Run(1, "", "error: no template or example 'prob'\nhint: did you mean probe?\n"), run("prob", "mine"));
        assertFalse(Files.exists(folder.resolve("mine")));
    }

    @Test
    void refusesNamesThatAreNoNames() {
        assertEquals(new Run(2, "", "error: '1 2' is no name for a tracker\nhint: letters, digits, - and _; --name NAME\n"), run("snoop", "1 2"));
    }

    @Test
    void refusesAHookWhereNoneIsAskedFor() {
        assertEquals(new Run(2, "", "error: snoop has no hook to choose\n"), run("snoop", "mine", "--hook", "do_exit"));
    }

    @Test
    void refusesALicenceThatWouldEndTheLiteral() {
        assertEquals(new Run(2, "", "error: 'G\"PL' is no licence\nhint: A licence is plain text without quotes and backslashes\n"), run("snoop", "mine", "--license", "G\"PL"));
    }
}
