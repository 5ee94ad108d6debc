package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.tests.kernel.kit.BpfSource;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Loading with the kernel's types out of a file. */
@ExtendWith(ResidueCheck.class)
class CustomTypesTest {
    @TempDir
    Path folder;

    private static ObjectSpec spec(Path btf) {
        byte[] elf = BpfSource.compile("types", """
                struct task_struct { int pid; } __attribute__((preserve_access_index));
                SEC("raw_tp/sys_enter") int on_enter(void *ctx) { struct task_struct *t = (void *)bpf_get_current_task(); return BPF_CORE_READ(t, pid) == 1; }
                """);
        return new ObjectSpec("types", elf, List.of(), Map.of(), Map.of(), btf);
    }

    @Test
    void programsAreFittedToThem() throws Exception {
        Path btf = folder.resolve("kernel.btf");
        Files.copy(Path.of("/sys/kernel/btf/vmlinux"), btf);
        try (LoadedObject object = Kernel.loader().load(spec(btf))) {
            assertEquals(1, object.programs().size());
        }
    }

    @Test
    void saysWhenTheFileIsMissingOrNone() throws Exception {
        Failure missing = assertThrows(OperationFailedException.class, () -> Kernel.loader().load(spec(folder.resolve("none")))).failure();
        assertEquals("BTF file " + folder.resolve("none"), assertInstanceOf(Failure.Unavailable.class, missing).what());
        Path text = Files.writeString(folder.resolve("text"), "no types");
        assertThrows(OperationFailedException.class, () -> Kernel.loader().load(spec(text)));
    }
}
