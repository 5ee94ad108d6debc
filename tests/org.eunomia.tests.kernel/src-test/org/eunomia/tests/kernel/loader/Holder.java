package org.eunomia.tests.kernel.loader;

import java.util.stream.Collectors;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.tests.kernel.kit.BpfSource;
import org.eunomia.tests.kernel.kit.Kernel;

/** A process that loads, attaches, reads, prints the ids of its programs and maps, and waits to be killed. */
final class Holder {
    private Holder() { }

    public static void main(String[] arguments) throws Exception {
        byte[] elf = BpfSource.compile("holder", """
                struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } rb SEC(".maps");
                struct { __uint(type, BPF_MAP_TYPE_HASH); __uint(max_entries, 8); __type(key, int); __type(value, int); __uint(pinning, LIBBPF_PIN_BY_NAME); } pinned SEC(".maps");
                SEC("raw_tp/sys_enter") int on_enter(void *ctx) { int key = 0; if (ME == 1) bpf_ringbuf_output(&rb, &key, 4, 0); return !!bpf_map_lookup_elem(&pinned, &key); }
                SEC("tp/syscalls/sys_enter_openat") int on_open(void *ctx) { return 0; }
                """);
        LoadedObject object = Kernel.loader().load(ObjectSpec.of("holder", elf));
        object.attach("on_enter");
        object.attach("on_open");
        object.records("rb");
        object.trace();
        System.out.println(object.programs().stream().map(p -> "prog " + p.id()).collect(Collectors.joining("\n")));
        System.out.println(object.maps().stream().map(m -> "map " + m.id()).collect(Collectors.joining("\n")));
        System.out.println("ready");
        System.in.read();
    }
}
