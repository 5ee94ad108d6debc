package org.eunomia.ide.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.ide.core.language.RichText.Run;
import org.eunomia.ide.core.language.RichText.Style;
import org.junit.jupiter.api.Test;

class CardsTest {
    private static final Helper HELPER = new Helper("bpf_x", "long bpf_x(int a)", "Do *a* with **B**\\ (). More\nof it.\n\n::\n\n\tcode();\n\nReturns\n0.", "5.8", List.of("kprobe"), List.of("xdp"));

    @Test
    void helperTellsPrototypeKernelAndTypes() {
        assertEquals("""
                long bpf_x(int a)
                Since Linux 5.8
                Program types: kprobe
                On newer kernels also: xdp

                Do a with B(). More of it.

                    code();

                Returns
                0.""", Cards.helper(HELPER, Optional.empty()).text());
    }

    @Test
    void helperWarnsWhereTheProgramMayNotCallIt() {
        assertTrue(Cards.helper(HELPER, Sections.find("tc")).text().contains("type sched_cls, which may not call it"));
        assertTrue(Cards.helper(HELPER, Sections.find("xdp")).text().contains("on newer kernels only"));
        assertFalse(Cards.helper(HELPER, Sections.find("kprobe/x")).text().contains("The program here"));
    }

    @Test
    void sectionTellsTypeContextAndKernel() {
        String text = Cards.section(Sections.find("fentry/x").orElseThrow(), "fentry/x").text();
        assertTrue(text.contains("Program type: tracing") && text.contains("BPF_PROG") && text.contains("Since Linux 5.5"), text);
        assertTrue(Cards.section(Sections.find("tp").orElseThrow(), "tp").text().contains("has to follow a slash"));
        assertFalse(Cards.section(Sections.find("tp/a/b").orElseThrow(), "tp/a/b").text().contains("has to follow"));
    }

    @Test
    void mapTellsWhatComesOutOfIt() {
        Type.Struct event = new Type.Struct("struct event", false, 4, List.of(new Field("pid", new Type.Int("int", 4, true), 0, 0, 0, "who", "")));
        MapSpec spec = new MapSpec("rb", "ringbuf", 4096, null, null, new Output.Events(List.of(new Output.Variant(new Schema("event", event), "", 0))), List.of());
        OutlineNode node = new OutlineNode(OutlineNode.Kind.MAP, "rb", "ringbuf, 4096", 0, 0, 0, List.of());
        String text = Cards.map(node, "struct { } rb", Optional.of(spec)).text();
        assertTrue(text.contains("Events: struct event, 4 bytes\n    int pid  who"), text);
        assertTrue(text.contains("Since Linux 5.8"), text);
    }

    @Test
    void markdownOfALanguageServer() {
        RichText t = Markup.markdown("### function `f`  \n\n---\n→ `int`  \nParameters:  \n- `int a`\n\nA *b* \\*c\\*\n\n---\n```cpp\nint f(int a)\n```");
        assertEquals("function f\n\n→ int\nParameters:\n• int a\n\nA b *c*\n\nint f(int a)", t.text());
        assertEquals(new Run(0, 10, Style.HEADING), t.runs().get(0));
        assertEquals(Style.CODE, t.runs().get(t.runs().size() - 1).style());
    }

    @Test
    void textsJoinWithABlankLine() {
        RichText a = RichText.builder().styled(Style.BOLD, "a").build();
        assertEquals("a\n\na", a.and(a).text());
        assertEquals(new Run(3, 1, Style.BOLD), a.and(a).runs().get(1));
        assertEquals(a, a.and(RichText.EMPTY));
    }
}
