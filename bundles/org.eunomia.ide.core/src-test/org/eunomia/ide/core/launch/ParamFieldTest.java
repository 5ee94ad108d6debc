package org.eunomia.ide.core.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.ParamSpec;
import org.junit.jupiter.api.Test;

class ParamFieldTest {
    private static ParamField field(Type type, String byDefault) {
        return ParamField.of(new ParamSpec("target_x", type, ".rodata", 0, byDefault, "what it is for", "x", ""));
    }

    @Test
    void boolsAreSwitchesAndEnumsChoices() {
        assertInstanceOf(ParamField.Input.Check.class, field(new Type.Bool("bool", 1), "false").input());
        Type kind = new Type.Enum("enum kind", 4, false, List.of(new Type.Enumerator("ANY", 0), new Type.Enumerator("SOME", 3)));
        ParamField choice = field(kind, "ANY");
        assertEquals(new ParamField.Input.Choice(List.of("ANY", "SOME")), choice.input());
        assertEquals(Optional.empty(), choice.problem("SOME"));
        assertTrue(choice.problem("NONE").isPresent());
    }

    @Test
    void integersTellTheirRangeAndHoldToIt() {
        ParamField field = field(new Type.Int("u8", 1, false), "7");
        assertEquals(new ParamField.Input.Text("0 … 255"), field.input());
        assertEquals(Optional.empty(), field.problem("0xff"));
        assertTrue(field.problem("256").orElseThrow().startsWith("x: "), () -> field.problem("256").get());
        assertTrue(field.problem("").isPresent());
        assertTrue(field.isDefault("7"));
    }

    @Test
    void textsHaveRoomForTheirEnd() {
        ParamField field = field(new Type.Array("char[4]", new Type.Char("char"), 4), "");
        assertEquals(new ParamField.Input.Text("text, up to 3 bytes"), field.input());
        assertEquals(Optional.empty(), field.problem("abc"));
        assertTrue(field.problem("abcde").isPresent());
    }

    @Test
    void whatHasNoTextCannotBeSet() {
        assertFalse(field(new Type.Pointer("void *", 8), "0x0").isSettable());
    }

    @Test
    void helpHasAllThatIsKnown() {
        assertEquals("what it is for\nint target_x, default 3", field(new Type.Int("int", 4, true), "3").help());
    }
}
