package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.BpfSource;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.KernelObjects;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class ResidueTest {
    @Test
    void killedProcessLeavesNothingInTheKernel() throws Exception {
        Process holder = new ProcessBuilder(Kernel.javaCommand(Holder.class)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> ids = new ArrayList<>();
        try (BufferedReader out = holder.inputReader()) {
            for (String line; (line = out.readLine()) != null && !line.equals("ready"); ) ids.add(line);
            assertEquals(4, ids.size(), ids::toString);
            assertTrue(ids.stream().allMatch(KernelObjects::exists), ids::toString);
        } finally {
            holder.destroyForcibly().waitFor();
        }
        Await.until("the kernel let go of " + ids, () -> ids.stream().noneMatch(KernelObjects::exists));
    }

    @Test
    void closingTwiceIsHarmless() throws Exception {
        byte[] elf = BpfSource.compile("twice", "SEC(\"raw_tp/sys_enter\") int on_enter(void *ctx) { return 0; }");
        LoadedObject object = Kernel.loader().load(ObjectSpec.of("twice", elf));
        Link link = object.attach("on_enter");
        object.close();
        object.close();
        link.close();
    }

    @Test
    void failedLoadTakesAllBack() {
        byte[] elf = BpfSource.compile("half", """
                struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 8); __type(key, int); __type(value, int); } made SEC(".maps");
                SEC("raw_tp/sys_enter") int good(void *ctx) { int key = 0; return !!bpf_map_lookup_elem(&made, &key); }
                SEC("raw_tp/sys_enter") int refused(void *ctx) { return *(volatile int *)0; }
                """);
        try (LoadedObject object = Kernel.loader().load(ObjectSpec.of("half", elf))) {
            throw new AssertionError("loaded " + object.programs());
        } catch (OperationFailedException e) {
            assertTrue(e.getMessage().contains("program refused"), e.getMessage());
        }
    }
}
