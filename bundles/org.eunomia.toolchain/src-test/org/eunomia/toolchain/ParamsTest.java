package org.eunomia.toolchain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eunomia.core.spec.ParamSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParamsTest {
    private static final String PROGRAM = "SEC(\"xdp\") int handle(void *ctx) { return 0; }\n";

    @TempDir
    Path folder;

    private Map<String, ParamSpec> params(String declarations) throws Exception {
        return new Sources(folder).build(declarations + PROGRAM).pack().params().stream().collect(Collectors.toMap(ParamSpec::name, Function.identity()));
    }

    @Test
    void readsDefaultsOfEveryType() throws Exception {
        Map<String, ParamSpec> params = params("""
                enum signal { SIGHUP = 1, SIGKILL = 9 };
                typedef long long nanos_t;
                const volatile signed char a = -5;
                const volatile unsigned char b = 200;
                const volatile short c = -300;
                const volatile u16 d = 65535;
                const volatile int e = -70000;
                const volatile u32 f = 4000000000u;
                const volatile nanos_t g = -5000000000ll;
                const volatile u64 h = 18446744073709551615ull;
                const volatile bool i = 1;
                const volatile enum signal j = SIGKILL;
                const volatile char k[8] = "text";
                const volatile float l = 1.5f;
                const volatile double m = -2.25;
                const volatile int n[3] = {1, 2, 3};
                const volatile char o = 'x';
                """);
        Map<String, String> defaults = params.values().stream().collect(Collectors.toMap(ParamSpec::name, ParamSpec::defaultValue));
        assertEquals(Map.ofEntries(Map.entry("a", "-5"), Map.entry("b", "200"), Map.entry("c", "-300"), Map.entry("d", "65535"), Map.entry("e", "-70000"),
                Map.entry("f", "4000000000"), Map.entry("g", "-5000000000"), Map.entry("h", "18446744073709551615"), Map.entry("i", "true"), Map.entry("j", "SIGKILL"),
                Map.entry("k", "text"), Map.entry("l", "1.5"), Map.entry("m", "-2.25"), Map.entry("n", "1,2,3"), Map.entry("o", "x")), defaults);
        assertEquals("nanos_t", params.get("g").type().cName());
    }

    @Test
    void dropsConventionalPartsOfNames() throws Exception {
        Map<String, ParamSpec> params = params("""
                const volatile int target_pid = 0;
                const volatile int targ_uid = 0;
                const volatile bool filter_by_port = 0;
                const volatile int cgroup_target = 0;
                const volatile u64 min_duration_ns = 0;
                """);
        assertEquals("pid", params.get("target_pid").longOption());
        assertEquals("p", params.get("target_pid").shortOption());
        assertEquals("uid", params.get("targ_uid").longOption());
        assertEquals("filter-by-port", params.get("filter_by_port").longOption());
        assertEquals("cgroup", params.get("cgroup_target").longOption());
        assertEquals("min-duration-ns", params.get("min_duration_ns").longOption());
    }

    @Test
    void keepsWholeNamesThatWouldMeet() throws Exception {
        Map<String, ParamSpec> params = params("const volatile int target_dev = 0; const volatile bool filter_dev = 0; const volatile int dump = 0; const volatile int target_count = 0;\n");
        assertEquals("target-dev", params.get("target_dev").longOption());
        assertEquals("filter-dev", params.get("filter_dev").longOption());
        assertEquals("target-count", params.get("target_count").longOption(), "the command line has a --count of its own");
        assertEquals("", params.get("target_dev").shortOption(), "target-count begins with the same letter");
        assertEquals("d", params.get("dump").shortOption());
    }

    @Test
    void keepsTheLetterOfTheProcess() throws Exception {
        Map<String, ParamSpec> params = params("const volatile int target_pid = 0; const volatile int target_port = 0;\n");
        assertEquals("p", params.get("target_pid").shortOption());
        assertEquals("", params.get("target_port").shortOption());
    }

    @Test
    void letsAnnotatedLettersGoFirst() throws Exception {
        Map<String, ParamSpec> params = params("/* @cmdarg {\"short\":\"d\"} */\nconst volatile int limit = 0;\nconst volatile int depth = 0;\nconst volatile int local = 0;\n");
        assertEquals("d", params.get("limit").shortOption());
        assertEquals("", params.get("depth").shortOption());
        assertEquals("l", params.get("local").shortOption());
    }

    @Test
    void takesHelpFromComments() throws Exception {
        Map<String, ParamSpec> params = params("""
                /* only this process;
                 * 0 for all */
                const volatile int target_pid = 0;
                const volatile int depth = 3; // how deep to look
                /// @description of the user
                const volatile int uid = 0;

                /* about nothing in particular */

                const volatile int bare = 0;
                """);
        assertEquals("only this process; 0 for all", params.get("target_pid").description());
        assertEquals("how deep to look", params.get("depth").description());
        assertEquals("of the user", params.get("uid").description());
        assertEquals("", params.get("bare").description());
    }

    @Test
    void honoursAnnotationsOfEunomiaBpf() throws Exception {
        Map<String, ParamSpec> params = params("""
                /// Process ID to trace
                /// @cmdarg {"default": 7, "short": "t", "long": "trace"}
                const volatile int pid_target = 0;
                """);
        ParamSpec p = params.get("pid_target");
        assertEquals(List.of("trace", "t", "7", "Process ID to trace"), List.of(p.longOption(), p.shortOption(), p.defaultValue(), p.description()));
    }

    @Test
    void writesAnnotatedDefaultsIntoTheObject() throws Exception {
        BuildResult result = new Sources(folder).build("/* @cmdarg {\"default\": 258} */\nconst volatile int number = 0;\n" + PROGRAM);
        byte[] object = result.pack().object();
        boolean found = false;
        for (int i = 0; i + 4 <= object.length && !found; i++) found = object[i] == 2 && object[i + 1] == 1 && object[i + 2] == 0 && object[i + 3] == 0;
        assertTrue(found, "258 is in no place of the object");
    }

    @Test
    void reportsDefaultsThatDoNotFit() throws Exception {
        BuildResult result = new Sources(folder).build("/* @cmdarg {\"default\": 258} */\nconst volatile u8 number = 4;\n" + PROGRAM);
        assertEquals("4", result.pack().params().get(0).defaultValue());
        assertTrue(result.notices().get(0).contains("number"), result.notices().toString());
    }

    @Test
    void describesThePackageByAnnotationsAtTheLicense() throws Exception {
        Sources sources = new Sources(folder);
        Path source = sources.write("y.bpf.c", """
                // SPDX-License-Identifier: GPL-2.0
                /* Copyright (c) 2024 Somebody */
                /* Says what happens.
                 * In two lines. */
                int x __attribute__((section(".bss")));
                /// @brief A brief word
                /// @version 2.1
                char LICENSE[] __attribute__((section("license"), used)) = "GPL";
                """);
        BuildResult result = sources.toolchain().build(BuildSpec.of(source));
        assertEquals(List.of("y", "2.1", "A brief word", "GPL"),
                List.of(result.pack().name(), result.pack().version(), result.pack().description(), result.pack().license()));
    }

    @Test
    void describesThePackageByItsFirstComment() throws Exception {
        Sources sources = new Sources(folder);
        Path source = sources.write("y.bpf.c", """
                // SPDX-License-Identifier: GPL-2.0
                /* Copyright (c) 2024 Somebody */
                /* Says what happens.
                 * In two lines. */
                char LICENSE[] __attribute__((section("license"), used)) = "GPL";
                """);
        assertEquals("Says what happens. In two lines.", sources.toolchain().build(BuildSpec.of(source)).pack().description());
    }
}
