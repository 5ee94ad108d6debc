package org.eunomia.ide.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void fieldsInTheOrderOfTheirNumbers() {
        Snippet s = Snippet.read("f(${2:int b}, ${1:int a})$0;");
        assertEquals("f(int b, int a);", s.text());
        assertEquals(List.of(new Snippet.Field(1, 9, 5), new Snippet.Field(2, 2, 5)), s.fields());
        assertEquals(15, s.end());
    }

    @Test
    void escapesAndEmptyFields() {
        Snippet s = Snippet.read("a\\$b(${1:x\\}y}, $2)");
        assertEquals("a$b(x}y, )", s.text());
        assertEquals(List.of(new Snippet.Field(1, 4, 3), new Snippet.Field(2, 9, 0)), s.fields());
        assertEquals(10, s.end());
    }

    @Test
    void plainTextStaysAsItIs() {
        assertEquals(new Snippet("a(b)", List.of(), 4), Snippet.read("a(b)"));
        assertEquals(4, Snippet.plain("$1{}").text().length());
    }
}
