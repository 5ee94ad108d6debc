package org.eunomia.tests.kernel.elf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eunomia.elf.Btf;
import org.eunomia.elf.BtfType;
import org.junit.jupiter.api.Test;

class RunningKernelTypesTest {
    @Test
    void findsTheTaskOfTheRunningKernel() throws Exception {
        Btf types = Btf.parse(Files.readAllBytes(Path.of("/sys/kernel/btf/vmlinux")));
        assertEquals("task_struct", types.type(types.find("task_struct", BtfType.Struct.class)).name());
    }
}
