package org.eunomia.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;

class ElfFileTest {
    private static final byte[] OBJECT = Clang.compile("bpfel", Samples.TRACKER);

    @Test
    void knowsABpfObject() throws OperationFailedException {
        assertEquals(ElfFile.MACHINE_BPF, ElfFile.parse(OBJECT).machine());
    }

    @Test
    void findsSectionsByName() throws OperationFailedException {
        assertTrue(ElfFile.parse(OBJECT).section("tracepoint/syscalls/sys_enter_openat").orElseThrow().isExecutable());
    }

    @Test
    void readsSectionContent() throws OperationFailedException {
        byte[] license = new byte[13];
        ElfFile.parse(OBJECT).section("license").orElseThrow().content().get(license);
        assertEquals("Dual BSD/GPL\0", new String(license));
    }

    @Test
    void findsFunctionsAmongTheSymbols() throws OperationFailedException {
        List<String> functions = ElfFile.parse(OBJECT).symbols().stream().filter(ElfSymbol::isFunction).map(ElfSymbol::name).sorted().toList();
        assertEquals(List.of("handle", "helper"), functions);
    }

    @Test
    void tiesRelocationsToTheirSymbols() throws OperationFailedException {
        ElfFile file = ElfFile.parse(OBJECT);
        List<ElfSymbol> symbols = file.symbols();
        List<String> names = file.relocations(file.section("tracepoint/syscalls/sys_enter_openat").orElseThrow()).stream()
                .map(r -> symbols.get(r.symbol()).name()).toList();
        assertTrue(names.contains("rb"), names::toString);
    }

    @Test
    void readsBigEndian() throws OperationFailedException {
        ElfFile file = ElfFile.parse(Clang.compile("bpfeb", Samples.TRACKER));
        assertEquals(ByteOrder.BIG_ENDIAN, file.order());
        assertEquals(ElfFile.MACHINE_BPF, file.machine());
    }

    @Test
    void readsSegmentsAndDynamicSymbolsOfALibrary() throws Exception {
        ElfFile java = ElfFile.parse(Files.readAllBytes(Path.of(System.getProperty("java.home"), "lib", "libjli.so")));
        assertTrue(java.segments().stream().anyMatch(ElfFile.Segment::executable));
        assertTrue(java.symbols(ElfSection.DYNSYM).stream().anyMatch(s -> s.name().equals("JLI_Launch")));
    }

    @Test
    void refusesWhatIsNoElf() {
        assertThrows(OperationFailedException.class, () -> ElfFile.parse("<html>".getBytes()));
    }

    @Test
    void refuses32Bit() {
        byte[] changed = OBJECT.clone();
        changed[4] = 1;
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> ElfFile.parse(changed));
        assertTrue(e.getMessage().contains("32-bit"), e.getMessage());
    }

    @Test
    void refusesAFileThatWasCutOffAnywhere() throws OperationFailedException {
        for (int length = 0; length < OBJECT.length; length += 97) {
            byte[] cut = Arrays.copyOf(OBJECT, length);
            // The section table stands at the end, so that every cut loses some of it.
            assertThrows(OperationFailedException.class, () -> ElfFile.parse(cut));
        }
    }
}
