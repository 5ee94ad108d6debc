package org.eunomia.ide.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {
    private static final Hooks HOOKS = (section, prefix) -> section.programType().equals("tracepoint") ? List.of(new Hooks.Hook("syscalls/sys_enter_openat", "dfd, filename")) : List.of();
    private final Completion completion = new Completion(Helpers.of(""), HOOKS);

    /** @param source with the cursor at the bar */
    private List<Proposal> at(String source) {
        return completion.at(source.replace("|", ""), source.indexOf('|'));
    }

    private String apply(String source, String label) {
        Proposal p = at(source).stream().filter(x -> x.label().equals(label)).findFirst().orElseThrow();
        String plain = source.replace("|", "");
        return plain.substring(0, p.offset()) + p.text().substring(0, p.cursor()) + "|" + p.text().substring(p.cursor()) + plain.substring(p.offset() + p.length());
    }

    @Test
    void offersSectionsByPrefix() {
        assertEquals(List.of("xdp", "xdp.frags", "xdp/devmap", "xdp.frags/devmap", "xdp/cpumap", "xdp.frags/cpumap"), at("SEC(\"xd|").stream().map(Proposal::label).toList());
        assertEquals("SEC(\"fentry/|\")", apply("SEC(\"fen|\")", "fentry/"));
    }

    @Test
    void offersTheKernelsHooksFirst() {
        Proposal first = at("SEC(\"tp/sys|\")").get(0);
        assertEquals("syscalls/sys_enter_openat", first.label());
        assertEquals("SEC(\"tp/syscalls/sys_enter_openat|\")", apply("SEC(\"tp/sys|calls/other\")", "syscalls/sys_enter_openat"));
    }

    @Test
    void asksForAHookAfterASectionThatTakesOne() {
        assertTrue(at("SEC(\"tp|\")").stream().filter(p -> p.label().equals("tp/")).allMatch(Proposal::more));
        assertFalse(at("SEC(\"xd|\")").get(0).more());
    }

    @Test
    void offersMapTypesByTheirShortName() {
        assertEquals("__uint(type, BPF_MAP_TYPE_RINGBUF|", apply("__uint(type, ring|", "BPF_MAP_TYPE_RINGBUF"));
    }

    @Test
    void offersMapAttributesInMapsOnly() {
        assertEquals(2, at("struct {\n\t__t|\n} m SEC(\".maps\");").size());
        assertEquals(0, at("int f(void)\n{\n\t__t|\n}").size());
    }

    @Test
    void offersHelpersThatTheProgramMayCall() {
        String source = "SEC(\"%s\")\nint f(void *ctx)\n{\n\tbpf_over|\n}\n";
        assertEquals(1, at(source.formatted("kprobe/x")).size());
        assertEquals(0, at(source.formatted("xdp")).size());
        assertEquals("\tbpf_override_return(|)", apply(source.formatted("kprobe/x"), "bpf_override_return()").lines().skip(3).findFirst().orElseThrow());
    }

    @Test
    void offersNothingInText() {
        assertEquals(0, at("// bpf_map|").size());
        assertEquals(0, at("x = \"bpf_map|").size());
    }

    @Test
    void keepsQuietWhereNothingBegins() {
        for (String source : List.of("a > ".strip(), "a /", "// x.", "/* e->")) assertTrue(Completion.isIdle(source, source.length()), source);
        for (String source : List.of("e->", "/* x */ e->", "#include <bpf/", "SEC(\"tp/", "e.")) assertFalse(Completion.isIdle(source, source.length()), source);
    }
}
