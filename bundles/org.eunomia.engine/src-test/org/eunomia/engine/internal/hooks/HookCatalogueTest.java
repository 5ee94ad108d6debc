package org.eunomia.engine.internal.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.Hooks;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.ObjectSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With kernel files of its own; the types are those of the running kernel, which every kernel for BPF has in the same form. */
class HookCatalogueTest {
    @TempDir
    Path root;
    private HookCatalogue hooks;

    @BeforeEach
    void makeAKernel() throws Exception {
        write("sys/kernel/tracing/available_events", "syscalls:sys_enter_openat\nsyscalls:sys_exit_openat\nsyscalls:sys_enter_exit\nsched:sched_switch\n");
        write("sys/kernel/tracing/events/syscalls/sys_enter_openat/format", """
                name: sys_enter_openat
                format:
                \tfield:int common_pid;\toffset:4;\tsize:4;\tsigned:1;

                \tfield:int __syscall_nr;\toffset:8;\tsize:4;\tsigned:1;
                \tfield:int dfd;\toffset:16;\tsize:8;\tsigned:0;
                \tfield:const char * filename;\toffset:24;\tsize:8;\tsigned:0;
                """);
        write("sys/kernel/tracing/events/sched/sched_switch/format", "\tfield:char prev_comm[16];\toffset:8;\tsize:16;\tsigned:0;\n\tfield:__data_loc char[] name;\toffset:24;\tsize:4;\tsigned:0;\n");
        write("proc/kallsyms", """
                0000000000000000 T vfs_read
                0000000000000000 t vfs_read.cold
                0000000000000000 t __pfx_vfs_read
                0000000000000000 D vfs_data
                0000000000000000 t vfs_of_module\t[some_module]
                """);
        Files.createDirectories(root.resolve("sys/kernel/btf"));
        Files.copy(Path.of("/sys/kernel/btf/vmlinux"), root.resolve("sys/kernel/btf/vmlinux"));
        hooks = new HookCatalogue(new ObjectLoader() {
            @Override
            public LoadedObject load(ObjectSpec spec) {
                throw new IllegalStateException("nothing is loaded to list hooks");
            }

            @Override
            public Path tracefs() {
                return root.resolve("sys/kernel/tracing");
            }
        }, root);
    }

    private void write(String file, String text) throws Exception {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<String> names(HookKind kind, String filter) throws OperationFailedException {
        return hooks.list(kind, filter, 1000).hooks().stream().map(Hook::name).toList();
    }

    private Failure failure(HookKind kind, String filter) {
        return assertThrows(OperationFailedException.class, () -> hooks.list(kind, filter, 10)).failure();
    }

    @Test
    void tracepointsHaveTheirFields() throws Exception {
        assertEquals(new Hooks(List.of(new Hook(HookKind.TRACEPOINT, "sched/sched_switch", "", List.of(new Hook.Field("prev_comm", "char prev_comm[16]", 8, 16),
                new Hook.Field("name", "__data_loc char[] name", 24, 4)))), 1), hooks.list(HookKind.TRACEPOINT, "sched_switch", 10));
    }

    @Test
    void systemCallsHaveBothTracepoints() throws Exception {
        Hook.Field folder = new Hook.Field("dfd", "int dfd", 16, 8);
        Hook.Field file = new Hook.Field("filename", "const char *filename", 24, 8);
        assertEquals(List.of(new Hook(HookKind.SYSCALL, "openat", "openat(int dfd, const char *filename)", List.of(folder, file))), hooks.list(HookKind.SYSCALL, "", 10).hooks());
    }

    @Test
    void givesNoMoreThanIsAskedForAndCountsTheRest() throws Exception {
        Hooks two = hooks.list(HookKind.TRACEPOINT, "sys_", 2);
        assertEquals(2, two.hooks().size());
        assertEquals(3, two.matching());
    }

    @Test
    void functionsAreThoseThatAreThereAsSuch() throws Exception {
        write("sys/bus/event_source/devices/kprobe/type", "6\n");
        assertEquals(List.of("vfs_of_module", "vfs_read"), names(HookKind.KPROBE, "vfs"));
        Hooks known = hooks.list(HookKind.FENTRY, "vfs", 10);
        assertEquals(1, known.matching());
        assertEquals("ssize_t vfs_read(struct file *file, char *buf, size_t count, loff_t *pos)", known.hooks().getFirst().detail());
        assertEquals(new Hook.Field("file", "struct file *file", -1, -1), known.hooks().getFirst().fields().getFirst());
        assertEquals("[some_module]", hooks.list(HookKind.KPROBE, "vfs_of_module", 1).hooks().getFirst().detail());
    }

    @Test
    void saysWhenTheKernelHasNoProbes() {
        assertEquals(Failure.NotSupported.class, failure(HookKind.KPROBE, "").getClass());
    }

    @Test
    void saysWhenTheKernelDoesNotDescribeItsTypes() throws Exception {
        Files.delete(root.resolve("sys/kernel/btf/vmlinux"));
        assertEquals(new Failure.Unavailable(root.resolve("sys/kernel/btf/vmlinux").toString(), "the kernel does not describe its types", "a kernel with CONFIG_DEBUG_INFO_BTF does"),
                failure(HookKind.LSM, ""));
    }

    @Test
    void typesTellOfRawTracepointsIteratorsAndAddresses() throws Exception {
        Hook raw = hooks.list(HookKind.RAW_TRACEPOINT, "sched_process_exec", 1).hooks().getFirst();
        assertEquals(List.of("struct task_struct *p", "pid_t old_pid", "struct linux_binprm *bprm"), raw.fields().stream().map(Hook.Field::declaration).toList());
        Hook task = hooks.list(HookKind.ITERATOR, "task", 1).hooks().getFirst();
        assertEquals(List.of(new Hook.Field("task", "struct task_struct *task", 8, 8)), task.fields());
        assertTrue(names(HookKind.CGROUP, "4").containsAll(List.of("connect4", "bind4", "sendmsg4", "recvmsg4")), names(HookKind.CGROUP, "4")::toString);
        assertTrue(hooks.list(HookKind.CGROUP, "connect4", 1).hooks().getFirst().fields().contains(new Hook.Field("user_ip4", "__u32 user_ip4", 4, 4)));
    }

    @Test
    void librariesAreWhatIsInTheirFormat() throws Exception {
        Files.createDirectories(root.resolve("usr/bin"));
        Files.copy(Path.of("/proc/self/exe"), root.resolve("usr/bin/program"));
        write("usr/bin/script", "#!/bin/sh\n");
        assertEquals(List.of("/usr/bin/program"), names(HookKind.LIBRARY, ""));
    }

    @Test
    void functionsOfAProgramAreThoseItsSymbolsName() throws Exception {
        Files.createDirectories(root.resolve("lib"));
        Path libc = Files.list(Path.of("/usr/lib")).filter(p -> p.toString().endsWith("-linux-gnu")).map(p -> p.resolve("libc.so.6")).filter(Files::exists).findFirst().orElseThrow();
        Files.copy(libc, root.resolve("lib/c.so"));
        assertTrue(names(HookKind.UPROBE, "/lib/c.so:fopen").contains("/lib/c.so:fopen"));
        assertEquals("/lib/c.so:getenv", hooks.list(HookKind.UPROBE, "/lib/c.so:getenv", 1).hooks().getFirst().name());
        assertEquals(new Failure.NotFound("program or library", "/lib/none", List.of()), failure(HookKind.UPROBE, "/lib/none:x"));
        assertEquals(new Failure.NotFound("program or library", "lib/c.so", List.of()), failure(HookKind.UPROBE, "lib/c.so:x"));
        assertEquals(new Failure.Unavailable("/proc/kallsyms", "no program or library: this is not an ELF file", ""), failure(HookKind.UPROBE, "/proc/kallsyms:x"));
        assertEquals(Failure.RequestInvalid.class, failure(HookKind.UPROBE, "x").getClass());
    }
}
