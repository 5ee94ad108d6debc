package org.eunomia.tests.kernel.loader;

import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.tests.kernel.kit.BpfSource;
import org.eunomia.tests.kernel.kit.Kernel;

/** A process that loads once and prints what came of it. */
final class Attempt {
    private Attempt() { }

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            probe();
            return;
        }
        byte[] elf = BpfSource.compile("attempt", """
                struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 8); __type(key, int); __type(value, int); } counts SEC(".maps");
                SEC("raw_tp/sys_enter") int on_enter(void *ctx) { int key = 0; return !!bpf_map_lookup_elem(&counts, &key); }
                """);
        try (LoadedObject object = Kernel.loader().load(ObjectSpec.of("attempt", elf))) {
            System.out.println("loaded " + object.programs().size());
        } catch (OperationFailedException e) {
            System.out.println(e.failure().getClass().getSimpleName() + " " + e.failure().summary());
        }
        System.out.println("fentry " + Kernel.probe().supports("fentry") + " ringbuf " + Kernel.probe().supports("ringbuf"));
    }

    private static void probe() {
        byte[] elf = BpfSource.compile("attempt_probe", "SEC(\"uprobe//bin/sh:0x100\") int on_user(void *ctx) { return 0; }");
        try (LoadedObject object = Kernel.loader().load(ObjectSpec.of("attempt_probe", elf))) {
            object.attach("on_user").close();
            System.out.println("attached");
        } catch (OperationFailedException e) {
            System.out.println(e.failure().getClass().getSimpleName() + " " + e.failure().summary() + "; " + e.failure().hint());
        }
    }
}
