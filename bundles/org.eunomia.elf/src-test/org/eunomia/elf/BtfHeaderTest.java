package org.eunomia.elf;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BtfHeaderTest {
    @TempDir
    private Path dir;

    /** The one struct in a kernel that no header can give: it holds the host's {@code va_list}, which BPF lays out in its own way. */
    private static final Set<String> HOST_ONLY = Set.of("warn_args");

    @Test
    void laysOutEveryStructOfTheRunningKernelAsItsBtfSays() throws Exception {
        Btf kernel = Btf.parse(Files.readAllBytes(Path.of("/sys/kernel/btf/vmlinux")));
        StringBuilder header = new StringBuilder();
        BtfHeader.write(kernel, header);
        Files.writeString(dir.resolve("vmlinux.h"), header);
        StringBuilder program = new StringBuilder("#include \"vmlinux.h\"\n");
        Set<String> tags = new HashSet<>(HOST_ONLY);
        for (int id = 1; id < kernel.typeCount(); id++) {
            BtfType type = kernel.type(id);
            if (type instanceof BtfType.Enum e) tags.add(e.name());
            if (type instanceof BtfType.Struct s && !s.name().isEmpty() && tags.add(s.name())) expect(program, s);
        }
        assertTrue(tags.size() > 1000, tags.size() + " structs");
        Path source = Files.writeString(dir.resolve("layout.c"), program);
        Clang.run(dir, "clang", "-target", "bpf", "-fsyntax-only", source.toString());
    }

    private static void expect(StringBuilder program, BtfType.Struct s) {
        String tag = (s.union() ? "union " : "struct ") + s.name();
        program.append("_Static_assert(sizeof(").append(tag).append(") == ").append(s.size()).append(", \"\");\n");
        for (BtfType.Member m : s.members()) {
            if (m.name().isEmpty() || m.bitSize() > 0) continue;
            program.append("_Static_assert(__builtin_offsetof(").append(tag).append(", ").append(m.name()).append(") == ")
                    .append(m.bitOffset() / 8).append(", \"\");\n");
        }
    }

    @Test
    void keepsTheBitFieldsOfTheKernel() throws Exception {
        Btf before = Btf.of(ElfFile.parse(Clang.compile("bpfel", Samples.TRACKER))).orElseThrow();
        StringBuilder header = new StringBuilder();
        BtfHeader.write(before, header);
        Btf after = Btf.of(ElfFile.parse(Clang.compile("bpfel", header + "\nstruct event *keep_event2;\n"))).orElseThrow();
        assertTrue(layout(before).equals(layout(after)), () -> header.toString());
    }

    private static String layout(Btf btf) throws Exception {
        return new TypeLayout(btf).type(btf.find("event", BtfType.Struct.class)).toString();
    }
}
