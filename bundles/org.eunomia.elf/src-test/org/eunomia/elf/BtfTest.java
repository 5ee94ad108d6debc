package org.eunomia.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;
import org.junit.jupiter.api.Test;

class BtfTest {
    @Test
    void readsTheRunningKernel() throws Exception {
        Btf kernel = Btf.parse(Files.readAllBytes(Path.of("/sys/kernel/btf/vmlinux")));
        Type.Struct ip = (Type.Struct) new TypeLayout(kernel).type(kernel.find("iphdr", BtfType.Struct.class));
        assertEquals(20, ip.size());
    }

    @Test
    void laysOutEveryStructOfTheRunningKernel() throws Exception {
        Btf kernel = Btf.parse(Files.readAllBytes(Path.of("/sys/kernel/btf/vmlinux")));
        int structs = 0;
        for (int id = 1; id < kernel.typeCount(); id++) {
            if (!(kernel.type(id) instanceof BtfType.Struct s)) continue;
            assertEquals(s.size(), new TypeLayout(kernel).type(id).size());
            structs++;
        }
        assertTrue(structs > 1000, structs + " structs");
    }

    @Test
    void readsEnumsOf64Bits() throws OperationFailedException {
        BtfBuilder b = new BtfBuilder();
        b.type("big", 19, true, 1, 8).words(b.string("MIN"), 0, 0x80000000);
        BtfType.Enum e = (BtfType.Enum) Btf.parse(b.build()).type(1);
        assertEquals(List.of(new BtfType.Enumerator("MIN", Long.MIN_VALUE)), e.values());
    }

    @Test
    void readsTags() throws OperationFailedException {
        BtfBuilder b = new BtfBuilder().integer("int", 4, 32, 0);
        b.type("user", 18, false, 0, 1).type("event:foo", 17, false, 0, 1).words(-1);
        Btf btf = Btf.parse(b.build());
        assertEquals(new BtfType.Modifier(BtfType.Qualifier.TYPE_TAG, "user", 1), btf.type(2));
        assertEquals(new BtfType.DeclTag("event:foo", 1, -1), btf.type(3));
    }

    @Test
    void readsSplitBtfOverItsBase() throws OperationFailedException {
        BtfBuilder base = new BtfBuilder().integer("int", 4, 32, 0);
        Btf kernel = Btf.parse(base.build());
        Btf module = Btf.parseSplit(kernel, new BtfBuilder(base.stringLength()).typedef("module_t", 1).build());
        assertEquals(2, module.firstId());
        assertEquals(new Type.Int("module_t", 4, false), new TypeLayout(module).type(2));
        assertEquals(1, module.find("int", BtfType.Int.class));
    }

    @Test
    void readsBitFieldsThatTheIntegerDescribes() throws OperationFailedException {
        Btf btf = Btf.parse(new BtfBuilder().integer("unsigned int", 4, 5, 3).struct("old", 4, new int[] {1, 8}).build());
        Field field = ((Type.Struct) new TypeLayout(btf).type(2)).fields().getFirst();
        assertEquals(List.of(1, 3, 5), List.of(field.offset(), field.bitOffset(), field.bitSize()));
    }

    @Test
    void refusesAnUnknownKind() {
        byte[] raw = new BtfBuilder().type("x", 25, false, 0, 0).build();
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> Btf.parse(raw));
        assertTrue(e.getMessage().contains("kind 25"), e.getMessage());
    }

    @Test
    void tellsSourceLines() throws OperationFailedException {
        ElfFile file = ElfFile.parse(Clang.compile("bpfel", Samples.TRACKER));
        BtfExt ext = BtfExt.of(file, Btf.of(file).orElseThrow()).orElseThrow();
        BtfExt.LineInfo line = ext.line("tracepoint/syscalls/sys_enter_openat", 16).orElseThrow();
        assertTrue(line.text().contains("reserve(&rb"), line.toString());
        assertTrue(line.file().endsWith("x.bpf.c"), line.toString());
    }
}
