package org.eunomia.toolchain.internal.comments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommentTest {
    @Test
    void takesMarkersAway() {
        assertEquals("one", Comment.parse("/* one */").text());
        assertEquals("one two", Comment.parse("/**\n * one\n *  two\n */").text());
        assertEquals("one two", Comment.parse("// one\n/// two").text());
        assertEquals("one", Comment.parse("///< one").text());
        assertEquals("a * b", Comment.parse("/* a * b **/").text());
        assertEquals("", Comment.parse("/* ------- */").text());
    }

    @Test
    void setsAnnotationsApart() {
        Comment c = Comment.parse("/* what it is\n * @event one kind=1\n * @event two\n * @sample {\"a\": 1,\n *   \"b\": 2}\n * and more */");
        assertEquals("what it is and more", c.text());
        assertEquals(Map.of("event", List.of("one kind=1", "two"), "sample", List.of("{\"a\": 1, \"b\": 2}")), c.annotations());
    }

    @Test
    void leavesAddressesInProse() {
        assertEquals("by somebody@example.org", Comment.parse("// by somebody@example.org").text());
    }

    @Test
    void readsValues() {
        assertEquals(Map.of("interval", "5", "clear", ""), AnnotationValue.parse("interval=5 clear"));
        assertEquals(Map.of("default", "true", "long", "pid", "n", "1"), AnnotationValue.parse("{\"default\":true,\"long\":\"pid\",\"n\":1,\"x\":{\"y\":2}}"));
        assertThrows(IllegalArgumentException.class, () -> AnnotationValue.parse("{\"default\":"));
    }
}
