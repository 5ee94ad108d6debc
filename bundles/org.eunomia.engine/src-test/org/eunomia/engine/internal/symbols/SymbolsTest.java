package org.eunomia.engine.internal.symbols;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.StackFrame;
import org.eunomia.elf.ElfFile;
import org.eunomia.elf.ElfSection;
import org.eunomia.elf.ElfSymbol;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a {@code /proc} made for the test; {@code org.eunomia.tests.kernel} has the same against the real one. */
class SymbolsTest {
    private static final long BASE = 0x7f0000000000L;
    @TempDir
    private Path proc;
    private final List<String> notices = new ArrayList<>();
    private Symbols symbols;

    @BeforeEach
    void open() {
        symbols = new Symbols(proc);
    }

    private void kallsyms(String text) throws IOException {
        Files.writeString(proc.resolve("kallsyms"), text);
    }

    private StackFrame kernel(long address) {
        return symbols.frames(0, new long[] {address}, notices::add).getFirst();
    }

    @Test
    void namesKernelFunctionsAndModules() throws Exception {
        kallsyms("""
                ffffffff81000100 T do_open
                ffffffff81000000 T start
                ffffffff81000080 d some_data
                ffffffffc0001000 t probe	[e1000]
                """);
        assertEquals(new StackFrame(0xffffffff81000090L, "start", 0x90, "[kernel]"), kernel(0xffffffff81000090L));
        assertEquals(new StackFrame(0xffffffff81000100L, "do_open", 0, "[kernel]"), kernel(0xffffffff81000100L));
        assertEquals(new StackFrame(0xffffffffc0001010L, "probe", 0x10, "[e1000]"), kernel(0xffffffffc0001010L));
        assertEquals(new StackFrame(0xffffffffd0000000L, "", 0, "[kernel]"), kernel(0xffffffffd0000000L));
        assertEquals(List.of(), notices);
    }

    @Test
    void callersAreNamedByTheCallAndNotByWhatFollowsIt() throws Exception {
        kallsyms("""
                ffffffff81000000 T ends_with_a_call
                ffffffff81000100 T follows
                """);
        long end = 0xffffffff81000100L;
        assertEquals(List.of(new StackFrame(end, "follows", 0, "[kernel]"), new StackFrame(end, "ends_with_a_call", 0x100, "[kernel]"), new StackFrame(end + 1, "follows", 1, "[kernel]"),
                new StackFrame(0xffffffff81000000L, "ends_with_a_call", 0, "[kernel]")), symbols.frames(0, new long[] {end, end, end + 1, 0xffffffff81000000L}, notices::add));
        ElfFile elf = ElfFile.parse(Files.readAllBytes(library()));
        process(7, "100", mapped(elf, library(), library()));
        ElfSymbol function = anyFunction(elf);
        long behind = address(elf, function) + function.size();
        StackFrame caller = symbols.frames(7, new long[] {0, behind}, notices::add).getLast();
        assertEquals(new StackFrame(behind, function.name(), function.size(), library().toString()), caller);
        assertTrue(!symbols.frames(7, new long[] {behind}, notices::add).getFirst().symbol().equals(function.name()));
    }

    @Test
    void prefersTheNameThatPeopleKnow() throws Exception {
        kallsyms("""
                ffffffff81000000 T __x64_sys_open_alias
                ffffffff81000000 t open_local
                ffffffff81000000 T open_it
                """);
        assertEquals("open_it", kernel(0xffffffff81000001L).symbol());
    }

    @Test
    void tellsThatTheKernelHidesItsAddresses() throws Exception {
        kallsyms("0000000000000000 T start\n");
        assertEquals(new StackFrame(0xffffffff81000000L, "", 0, "[kernel]"), kernel(0xffffffff81000000L));
        assertTrue(notices.getFirst().contains("kptr_restrict"), notices.toString());
    }

    private void process(int pid, String startTime, String maps) throws IOException {
        Path folder = Files.createDirectories(proc.resolve(Integer.toString(pid)));
        Files.writeString(folder.resolve("stat"), pid + " (a (b) c) S" + " 0".repeat(18) + " " + startTime + " 0\n");
        Files.writeString(folder.resolve("maps"), maps);
    }

    /** A library that there is wherever tests run. */
    private static Path library() {
        return Path.of(System.getProperty("java.home"), "lib", "libjava.so");
    }

    private static String mapped(ElfFile elf, Path as, Path file) throws Exception {
        ElfFile.Segment code = elf.segments().stream().filter(ElfFile.Segment::executable).findFirst().orElseThrow();
        return "%x-%x r-xp %08x fe:00 %s    %s\n".formatted(BASE, BASE + (code.size() + 0xfff & ~0xfffL), code.offset(), Files.getAttribute(file, "unix:ino"), as);
    }

    private static long address(ElfFile elf, ElfSymbol symbol) throws Exception {
        ElfFile.Segment code = elf.segments().stream().filter(ElfFile.Segment::executable).findFirst().orElseThrow();
        return BASE + symbol.value() - code.address();
    }

    private static ElfSymbol anyFunction(ElfFile elf) throws Exception {
        return elf.symbols(ElfSection.DYNSYM).stream().filter(s -> s.name().startsWith("JNU_") && s.size() > 8).findFirst().orElseThrow();
    }

    @Test
    void namesFunctionsOfALibraryInsideAContainer() throws Exception {
        ElfFile elf = ElfFile.parse(Files.readAllBytes(library()));
        Path inside = Path.of("/opt/lib/libjava.so");
        Path file = proc.resolve("7/root" + inside);
        Files.createDirectories(file.getParent());
        Files.copy(library(), file);
        process(7, "100", mapped(elf, inside, file));
        ElfSymbol function = anyFunction(elf);
        StackFrame frame = symbols.frames(7, new long[] {address(elf, function) + 4}, notices::add).getFirst();
        assertEquals(new StackFrame(frame.address(), function.name(), 4, "/opt/lib/libjava.so"), frame);
    }

    @Test
    void remembersProcessesThatHaveExited() throws Exception {
        ElfFile elf = ElfFile.parse(Files.readAllBytes(library()));
        process(7, "100", mapped(elf, library(), library()));
        long[] address = {address(elf, anyFunction(elf))};
        StackFrame alive = symbols.frames(7, address, notices::add).getFirst();
        Files.delete(proc.resolve("7/stat"));
        Files.delete(proc.resolve("7/maps"));
        assertEquals(alive, symbols.frames(7, address, notices::add).getFirst());
        assertEquals(anyFunction(elf).name(), alive.symbol());
    }

    @Test
    void takesAReusedPidForAnotherProcess() throws Exception {
        ElfFile elf = ElfFile.parse(Files.readAllBytes(library()));
        process(7, "100", mapped(elf, library(), library()));
        long[] address = {address(elf, anyFunction(elf))};
        symbols.frames(7, address, notices::add);
        process(7, "200", "400000-401000 r-xp 00000000 fe:00 0 \n");
        assertEquals(new StackFrame(address[0], "", 0, ""), symbols.frames(7, address, notices::add).getFirst());
    }

    @Test
    void staysSilentAboutWhatItNeverSaw() {
        assertEquals(List.of(new StackFrame(5, "", 0, "")), symbols.frames(99, new long[] {5}, notices::add));
    }

    @Test
    void doesNotTrustAFileThatReplacedTheMappedOne() throws Exception {
        ElfFile elf = ElfFile.parse(Files.readAllBytes(library()));
        process(7, "100", mapped(elf, library(), library()).replaceAll(" \\d+    ", " 1    "));
        long[] address = {address(elf, anyFunction(elf))};
        assertEquals(new StackFrame(address[0], "", 0, library().toString()), symbols.frames(7, address, notices::add).getFirst());
    }
}
