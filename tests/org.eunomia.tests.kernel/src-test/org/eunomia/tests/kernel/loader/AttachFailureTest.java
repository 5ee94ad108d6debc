package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.tests.kernel.kit.BpfSource;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.eunomia.tests.kernel.kit.Ticker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ResidueCheck.class)
class AttachFailureTest {
    private static Failure attach(String section, Map<String, Object> options) throws Exception {
        byte[] elf = BpfSource.compile("failure", "SEC(\"" + section + "\") int probe(void *ctx) { return 0; }");
        try (LoadedObject object = Kernel.loader().load(new ObjectSpec("failure", elf, List.of(), Map.of(), Map.of("probe", options), null))) {
            return assertThrows(OperationFailedException.class, () -> object.attach("probe")).failure();
        }
    }

    @Test
    void proposesTracepoints() throws Exception {
        Failure.NotFound failure = assertInstanceOf(Failure.NotFound.class, attach("tracepoint/syscalls/sys_enter_opennat", Map.of()));
        assertEquals("no tracepoint 'syscalls/sys_enter_opennat'", failure.summary());
        assertEquals("syscalls/sys_enter_openat", failure.suggestions().getFirst());
    }

    @Test
    void proposesRawTracepoints() throws Exception {
        assertEquals("sched_switch", assertInstanceOf(Failure.NotFound.class, attach("raw_tp/sched_swich", Map.of())).suggestions().getFirst());
    }

    @Test
    void tellsAKernelWithoutKprobesFromAFunctionThatIsNotThere() throws Exception {
        Failure failure = attach("kprobe/vfs_raed", Map.of());
        if (Kernel.probe().supports("kprobe").equals(Optional.of(false))) {
            assertInstanceOf(Failure.NotSupported.class, failure);
            assertTrue(failure.hint().contains("CONFIG_KPROBES"), failure.hint());
        } else {
            assertEquals("vfs_read", assertInstanceOf(Failure.NotFound.class, failure).suggestions().getFirst());
        }
    }

    @Test
    void proposesFunctionsOfAProgram() throws Exception {
        try (Ticker ticker = Ticker.start()) {
            Failure.NotFound failure = assertInstanceOf(Failure.NotFound.class, attach("uprobe/" + ticker.program() + ":tik", Map.of()));
            assertEquals("no function in " + ticker.program() + " 'tik'", failure.summary());
            assertEquals(List.of("tick"), failure.suggestions());
        }
    }

    @Test
    void namesTheFileThatIsNotThere() throws Exception {
        assertEquals("no file '/no/such/program'", attach("uprobe//no/such/program:main", Map.of()).summary());
    }

    @Test
    void asksForTheFileOfAUserFunction() throws Exception {
        assertTrue(attach("uprobe", Map.of("symbol", "main")).hint().contains("options path and symbol"));
    }

    @Test
    void saysWhatAProgramWithoutUserProbesLacks() throws Exception {
        try (Ticker ticker = Ticker.start()) {
            byte[] elf = BpfSource.compile("usdt", "#include <bpf/usdt.bpf.h>\nSEC(\"usdt/" + ticker.program() + ":eunomia:none\") int probe(void *ctx) { return 0; }");
            try (LoadedObject object = Kernel.loader().load(ObjectSpec.of("usdt", elf))) {
                Failure failure = assertThrows(OperationFailedException.class, () -> object.attach("probe")).failure();
                assertTrue(failure.summary().contains("no USDT notes section"), failure.summary());
            }
        }
    }

    @Test
    void asksForTheNetworkInterface() throws Exception {
        assertTrue(attach("xdp", Map.of()).hint().contains("lo"));
    }

    @Test
    void namesTheNetworkInterfaceThatIsNotThere() throws Exception {
        assertEquals("no network interface 'eunomia-none'", attach("xdp", Map.of("interface", "eunomia-none")).summary());
    }

    @Test
    void saysWhatFrequencyIsPossible() throws Exception {
        Failure failure = attach("perf_event", Map.of("frequency", 100_000_000));
        assertTrue(failure.hint().matches("is 100000000 within .*perf_event_max_sample_rate, which is \\d{3,}\\?"), failure.hint());
    }

    @Test
    void proposesProgramsOfTheObject() throws Exception {
        byte[] elf = BpfSource.compile("failure", "SEC(\"raw_tp/sys_enter\") int on_enter(void *ctx) { return 0; }");
        try (LoadedObject object = Kernel.loader().load(ObjectSpec.of("failure", elf))) {
            assertEquals(new Failure.NotFound("program", "onenter", List.of("on_enter")),
                    assertThrows(OperationFailedException.class, () -> object.attach("onenter")).failure());
        }
    }
}
