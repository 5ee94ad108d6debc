package org.eunomia.ide.events.internal.stacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eunomia.ide.events.internal.stacks.Frame.Kind;
import org.junit.jupiter.api.Test;

class FlameTreeTest {
    private final FlameTree tree = new FlameTree(100);

    private static List<Frame> stack(String names) {
        return Arrays.stream(names.split(";")).map(n -> new Frame(n, n.startsWith("sys") ? Kind.KERNEL : Kind.USER)).toList();
    }

    private void add(String names, double weight) {
        tree.add(stack(names), weight);
    }

    @Test
    void addsUpStacksAndWritesThemFolded() {
        add("main;read;sys_read", 3);
        add("main;write", 2);
        add("main;read", 1);
        assertEquals(6, tree.root().weight());
        assertEquals(4, tree.find(stack("main;read")).weight());
        assertEquals(1, tree.find(stack("main;read")).self());
        assertEquals("main;read 1\nmain;read;sys_read_[k] 3\nmain;write 2\n", FoldedText.write(tree));
    }

    @Test
    void countsWhatDoesNotFitWithItsCaller() {
        FlameTree small = new FlameTree(3);
        small.add(stack("a;b;c"), 2);
        assertFalse(small.isComplete());
        assertEquals(2, small.find(stack("a;b")).self());
        assertEquals(3, small.size());
    }

    @Test
    void laysOutByWeightAndZoomsToAFrame() {
        add("main;read", 3);
        add("main;write", 1);
        FlameLayout whole = FlameLayout.of(tree.root(), 0.001);
        assertEquals(3, whole.levels());
        assertEquals("read", whole.at(2, 0.74).orElseThrow().node().frame().name());
        assertEquals("write", whole.at(2, 0.76).orElseThrow().node().frame().name());
        FlameLayout zoomed = FlameLayout.of(tree.find(stack("main;write")), 0.001);
        assertEquals(List.of("all", "main", "write"), zoomed.boxes().stream().map(b -> b.node().frame().name()).toList());
        assertTrue(zoomed.boxes().stream().allMatch(b -> b.width() == 1));
        assertTrue(FlameLayout.of(tree.root(), 0.3).at(2, 0.9).isEmpty(), "too narrow");
    }

    @Test
    void findsFramesAndCountsEachStackOnce() {
        add("main;vfs_read;vfs_read_iter", 3);
        add("main;write", 1);
        assertEquals(3, FlameSearch.of(tree, "VFS").weight());
        assertEquals(2, FlameSearch.of(tree, "vfs_.*").found().size());
        assertEquals(0, FlameSearch.of(tree, "wr[").weight());
        assertTrue(FlameSearch.of(tree, " ").isEmpty());
    }

    @Test
    void drawsSvgThatAnXmlParserReads() throws Exception {
        add("main;std::vector<int>::push & \"x\"", 3);
        String svg = FlameSvg.write("a < b", FlameLayout.of(tree.root(), 0.001), FlameSearch.NOTHING, true);
        var document = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new java.io.ByteArrayInputStream(svg.getBytes("UTF-8")));
        assertEquals(3, document.getElementsByTagName("title").getLength());
        assertEquals("std::vector<int>::push & \"x\": 3 samples, 100.0 % of all", document.getElementsByTagName("title").item(2).getTextContent());
    }
}
