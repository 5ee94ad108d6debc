package org.eunomia.elf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BtfReducerTest {
    /** Reaches for members of kernel structs in every way that CO-RE knows. */
    private static final String SOURCE = """
            typedef unsigned int u32;
            typedef unsigned long long u64;
            #define SEC(name) __attribute__((section(name), used))
            #define __uint(name, val) int (*name)[val]
            #define __type(name, val) __typeof__(val) *name
            #define __array(name, val) __typeof__(val) *name[]
            #pragma clang attribute push (__attribute__((preserve_access_index)), apply_to = record)
            enum state { IDLE, BUSY = 7 };
            struct unused { u64 nothing; };
            struct list { struct list *next, *prev; };
            struct cred { int usage; u32 uid, gid; struct unused *security; };
            struct task { struct unused thread; long flags; struct list tasks; union { struct { u32 low, high; }; u64 both; }; struct cred creds[3]; struct task *parent;
                enum state state; u32 one : 3, two : 5; char comm[16]; struct unused last; };
            typedef struct task task_t;
            #pragma clang attribute pop
            struct key { u32 pid; struct task *task; char comm[16]; };
            struct inner { __uint(type, 2); __uint(max_entries, 1); __type(key, u32); __type(value, struct key); };
            struct { __uint(type, 1); __uint(max_entries, 64); __type(key, struct key); __type(value, u64); } seen SEC(".maps");
            struct { __uint(type, 12); __uint(max_entries, 8); __type(key, u32); __array(values, struct inner); } outer SEC(".maps");
            const volatile int target_pid = 7;
            const volatile enum state wanted[2] = {BUSY};
            struct task *global;
            static void *(*lookup)(void *map, const void *key) = (void *) 1;
            static long (*read)(void *to, u32 size, const void *from) = (void *) 113;
            static __attribute__((noinline)) u64 flags(task_t *t) {
                return t->flags +
                       __builtin_preserve_field_info(t->two, 0) + __builtin_preserve_field_info(t->two, 1);
            }
            SEC("tp_btf/sched_switch") int on_switch(u64 *ctx) {
                task_t *t = (void *) ctx[1];
                u64 sum = flags(t);
                u32 uid = 0;
                if (target_pid && wanted[ctx[0] & 1] == BUSY)
                    sum += t->high;
                read(&uid, 4, &t->creds[2].uid);
                read(&uid, 4, &t->parent->tasks.prev);
                sum += __builtin_preserve_type_info(*(struct list *) 0, 1);
                sum += __builtin_preserve_enum_value(*(enum state *) BUSY, 1);
                sum += __builtin_btf_type_id(*(struct cred *) 0, 0);
                global = t;
                return sum + uid + (lookup(&seen, ctx) != 0);
            }
            char LICENSE[] SEC("license") = "GPL";
            """;

    private static byte[] compile(String target) {
        return Clang.compile(target, SOURCE);
    }

    private static byte[] reduced() throws OperationFailedException {
        return ObjectStripper.reduce(compile("bpfel"), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpfel", "bpfeb"})
    void keepsWhatTheObjectSays(String target) throws OperationFailedException {
        byte[] object = compile(target);
        assertEquals(ObjectContents.read(object), ObjectContents.read(ObjectStripper.reduce(object, true)));
        assertEquals(ObjectContents.read(object), ObjectContents.read(ObjectStripper.reduce(object, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpfel", "bpfeb"})
    void keepsWhereRelocationsGo(String target) throws OperationFailedException {
        byte[] object = compile(target);
        List<String> before = relocations(object);
        assertTrue(Stream.of("task.flags", "task...high", "task.parent", "task.creds[2].uid", "task.tasks.prev", "task.two", "list", "state 1", "cred").allMatch(r -> before.stream().anyMatch(b -> b.endsWith(" " + r))), before::toString);
        assertEquals(before, relocations(ObjectStripper.reduce(object, true)));
    }

    /** Each as place, kind and the names on the way. */
    private static List<String> relocations(byte[] object) throws OperationFailedException {
        ElfFile file = ElfFile.parse(object);
        Btf btf = Btf.of(file).orElseThrow();
        List<String> texts = new ArrayList<>();
        for (BtfExtTables.Relocation r : BtfExtTables.parse(file.section(".BTF.ext").orElseThrow().content(), btf).relocations()) {
            int at = btf.resolve(r.type());
            StringBuilder text = new StringBuilder(r.section() + "+" + r.offset() + " " + r.kind() + " " + btf.type(at).name());
            String[] path = r.access().split(":");
            if (r.kind() > 5) text.append(path[0].equals("0") ? "" : " " + path[0]);
            for (int i = 1; i < path.length; i++) {
                int index = Integer.parseInt(path[i]);
                if (btf.type(at) instanceof BtfType.Struct s) {
                    text.append('.').append(s.members().get(index).name());
                    at = btf.resolve(s.members().get(index).type());
                } else {
                    text.append('[').append(index).append(']');
                    at = btf.resolve(((BtfType.Array) btf.type(at)).element());
                }
            }
            texts.add(text.toString());
        }
        return texts;
    }

    @Test
    void keepsOnlyTheMembersThatAreUsed() throws OperationFailedException {
        Btf btf = Btf.of(ElfFile.parse(reduced())).orElseThrow();
        assertEquals(List.of("flags", "tasks", "", "creds", "parent", "two"), members(btf, "task"));
        assertEquals(List.of("prev"), members(btf, "list"));
        assertEquals(List.of("uid"), members(btf, "cred"));
        assertEquals(List.of("pid", "task", "comm"), members(btf, "key"));
        assertEquals(-1, btf.find("unused", BtfType.Struct.class));
        BtfType.Struct whole = task(Btf.of(ElfFile.parse(compile("bpfel"))).orElseThrow());
        BtfType.Struct task = task(btf);
        assertEquals(whole.size(), task.size());
        for (BtfType.Member m : task.members()) {
            BtfType.Member before = whole.members().stream().filter(b -> b.name().equals(m.name())).findFirst().orElseThrow();
            assertEquals(List.of(before.bitOffset(), before.bitSize()), List.of(m.bitOffset(), m.bitSize()), m.name());
        }
    }

    private static BtfType.Struct task(Btf btf) throws OperationFailedException {
        return (BtfType.Struct) btf.type(btf.find("task", BtfType.Struct.class));
    }

    private static List<String> members(Btf btf, String struct) throws OperationFailedException {
        return ((BtfType.Struct) btf.type(btf.find(struct, BtfType.Struct.class))).members().stream().map(BtfType.Member::name).toList();
    }

    @Test
    void keepsTheLineOfEveryInstruction() throws OperationFailedException {
        byte[] object = compile("bpfel");
        BtfExt before = ext(object);
        BtfExt after = ext(ObjectStripper.reduce(object, true));
        BtfExt numbers = ext(ObjectStripper.reduce(object, false));
        assertTrue(after.lines().size() < before.lines().size());
        for (String section : List.of(".text", "tp_btf/sched_switch")) {
            long size = ElfFile.parse(object).section(section).orElseThrow().size();
            for (int offset = 0; offset < size; offset += 8) {
                BtfExt.LineInfo line = before.line(section, offset).orElseThrow();
                assertEquals(List.of(line.file(), line.line(), line.text()), at(after, section, offset));
                assertEquals(List.of(line.file(), line.line(), "" + line.line()), at(numbers, section, offset));
            }
        }
    }

    private static BtfExt ext(byte[] object) throws OperationFailedException {
        ElfFile file = ElfFile.parse(object);
        return BtfExt.of(file, Btf.of(file).orElseThrow()).orElseThrow();
    }

    private static List<Object> at(BtfExt ext, String section, int offset) {
        BtfExt.LineInfo line = ext.line(section, offset).orElseThrow();
        return List.of(line.file(), line.line(), line.text());
    }

    @Test
    void keepsFunctionsWithTheirNames() throws OperationFailedException {
        assertEquals(functions(compile("bpfel")), functions(reduced()));
    }

    private static List<String> functions(byte[] object) throws OperationFailedException {
        Btf btf = Btf.of(ElfFile.parse(object)).orElseThrow();
        List<String> names = new ArrayList<>();
        for (BtfExt.FuncInfo f : ext(object).functions()) names.add(f.section() + "+" + f.offset() + " " + btf.type(f.type()).name());
        return names;
    }

    @Test
    void hasNothingMoreToTakeOut() throws OperationFailedException {
        byte[] once = reduced();
        assertArrayEquals(once, ObjectStripper.reduce(once, true));
    }

    @Test
    void leavesTypesWithTagsAlone() throws OperationFailedException {
        byte[] object = Clang.compile("bpfel", SOURCE.replace("struct task *global;", "struct task __attribute__((btf_type_tag(\"kptr\"))) *global;"));
        ElfFile after = ElfFile.parse(ObjectStripper.reduce(object, true));
        assertEquals(ElfFile.parse(object).section(".BTF").orElseThrow().content(), after.section(".BTF").orElseThrow().content());
        assertFalse(after.sections().stream().anyMatch(s -> s.name().startsWith(".debug")));
    }
}
