package org.eunomia.elf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;

class ObjectStripperTest {
    private static final byte[] OBJECT = Clang.compile("bpfel", Samples.TRACKER);

    @Test
    void dropsDwarf() throws OperationFailedException {
        List<String> names = ElfFile.parse(ObjectStripper.strip(OBJECT)).sections().stream().map(ElfSection::name).toList();
        assertTrue(names.stream().noneMatch(n -> n.contains("debug")), names::toString);
    }

    @Test
    void keepsCodeMapsTypesAndLines() throws OperationFailedException {
        ElfFile before = ElfFile.parse(OBJECT);
        ElfFile after = ElfFile.parse(ObjectStripper.strip(OBJECT));
        for (String name : List.of("tracepoint/syscalls/sys_enter_openat", ".text", ".maps", ".rodata", "license", ".BTF", ".BTF.ext")) {
            assertEquals(before.section(name).orElseThrow().content(), after.section(name).orElseThrow().content(), name);
        }
    }

    @Test
    void keepsRelocationsTiedToTheSameSymbols() throws OperationFailedException {
        assertEquals(relocations(ElfFile.parse(OBJECT)), relocations(ElfFile.parse(ObjectStripper.strip(OBJECT))));
    }

    private static List<String> relocations(ElfFile file) throws OperationFailedException {
        List<ElfSymbol> symbols = file.symbols();
        return file.relocations(file.section("tracepoint/syscalls/sys_enter_openat").orElseThrow()).stream()
                .map(r -> r.offset() + " " + r.type() + " " + symbols.get(r.symbol()).name() + " " + file.sections().get(symbols.get(r.symbol()).section()).name()).toList();
    }

    @Test
    void givesTheSameBytesAgain() throws OperationFailedException {
        byte[] once = ObjectStripper.strip(OBJECT);
        assertArrayEquals(once, ObjectStripper.strip(once));
    }

    @Test
    void isSmallerThanHalf() throws OperationFailedException {
        assertTrue(ObjectStripper.strip(OBJECT).length * 2 < OBJECT.length);
    }
}
