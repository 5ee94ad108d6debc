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

    /** libbpf refuses an object in which it does not find one. */
    @Test
    void keepsTheSymbolOfEachVariableWhoseTypeStays() throws OperationFailedException {
        String tagged = Samples.TRACKER.replace("struct event *keep_event;", "struct event __attribute__((btf_type_tag(\"x\"))) *keep_event;");
        byte[] empty = Clang.compile("bpfel", "char LICENSE[] __attribute__((section(\"license\"), used)) = \"GPL\";");
        for (byte[] object : List.of(OBJECT, Clang.compile("bpfel", tagged), empty)) {
            for (byte[] after : List.of(ObjectStripper.strip(object), ObjectStripper.reduce(object, true))) {
                ElfFile file = ElfFile.parse(after);
                List<String> symbols = file.symbols().stream().map(ElfSymbol::name).toList();
                Btf btf = Btf.of(file).orElseThrow();
                for (BtfType.Datasec section : btf.sections()) {
                    assertTrue(file.section(section.name()).isPresent(), section.name());
                    for (BtfType.Placement p : section.variables()) assertTrue(symbols.contains(btf.type(p.variable()).name()), btf.type(p.variable())::name);
                }
            }
        }
    }

    /** libbpf joins weak functions that are hidden to their callers; the verifier would check them alone otherwise, and refuse some. */
    @Test
    void keepsFunctionsHidden() throws OperationFailedException {
        byte[] object = Clang.compile("bpfel", Samples.TRACKER + "__attribute__((weak, visibility(\"hidden\"))) int shared(int *x) { return *x; }\n");
        for (byte[] after : List.of(ObjectStripper.strip(object), ObjectStripper.reduce(object, true))) {
            assertEquals(2, ElfFile.parse(after).symbols().stream().filter(s -> s.name().equals("shared")).findFirst().orElseThrow().visibility());
        }
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
