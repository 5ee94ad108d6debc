package org.eunomia.tests.kernel.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.eunomia.core.Failure;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;
import org.eunomia.tests.kernel.kit.Checkout;
import org.eunomia.tests.kernel.kit.Kernel;
import org.eunomia.toolchain.scaffold.Scaffold;
import org.eunomia.toolchain.scaffold.StartingPoint.HookChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running kernel's own hooks. */
class HookCatalogueTest {
    private static final boolean PROBES = Files.exists(Path.of("/sys/bus/event_source/devices/kprobe"));
    private TrackerService engine;

    @BeforeEach
    void open() throws Exception {
        Kernel.loader(); // tells where the shim is
        engine = ServiceLoader.load(TrackerServiceFactory.class).findFirst().orElseThrow().open();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Hook first(HookKind kind, String filter) throws OperationFailedException {
        List<Hook> found = engine.hooks(kind, filter, 1).hooks();
        assertEquals(1, found.size(), () -> "nothing of kind " + kind + " fits " + filter);
        return found.getFirst();
    }

    @Test
    void hasWhatTheTemplatesAttachTo() throws Exception {
        for (HookChoice hook : new Scaffold(Checkout.file("bpf-scaffold")).templates().stream().flatMap(t -> t.hook().stream()).toList()) {
            if (hook.kind().orElseThrow() != HookKind.KPROBE || PROBES) assertEquals(hook.usual(), first(hook.kind().orElseThrow(), hook.usual()).name());
        }
    }

    @Test
    void fieldsOfATracepointLieWhereTheKernelPutsThem() throws Exception {
        Hook.Field file = first(HookKind.TRACEPOINT, "syscalls/sys_enter_openat").fields().stream().filter(f -> f.name().equals("filename")).findFirst().orElseThrow();
        assertEquals(new Hook.Field("filename", "const char *filename", 24, 8), file);
    }

    @Test
    void systemCallsHaveTheirFields() throws Exception {
        List<Hook> all = engine.hooks(HookKind.TRACEPOINT, "syscalls/sys_enter", 1000).hooks();
        assertTrue(all.size() > 200, all.size() + " system calls");
        assertEquals(List.of(), all.stream().filter(h -> h.fields().isEmpty()).map(Hook::name).toList());
    }

    @Test
    void saysWhetherTheKernelHasProbes() throws Exception {
        if (PROBES) assertEquals("do_unlinkat", first(HookKind.KPROBE, "do_unlinkat").name());
        else assertEquals(Failure.NotSupported.class, assertThrows(OperationFailedException.class, () -> engine.hooks(HookKind.KPROBE, "", 1)).failure().getClass());
    }

    @Test
    void findsLibrariesAndTheirFunctions() throws Exception {
        String libc = first(HookKind.LIBRARY, "libc.so.6").name();
        assertEquals(libc + ":fopen", first(HookKind.UPROBE, libc + ":fopen").name());
    }
}
