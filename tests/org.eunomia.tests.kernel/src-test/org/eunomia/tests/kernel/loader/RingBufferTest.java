package org.eunomia.tests.kernel.loader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.RecordSource;
import org.eunomia.tests.kernel.kit.BpfSource;
import org.junit.jupiter.api.Test;

class RingBufferTest {
    @Test
    void readsWhatATracepointWrites() throws Exception {
        byte[] elf = BpfSource.compile("ring", """
                struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } rb SEC(".maps");
                const volatile int self;
                SEC("tracepoint/syscalls/sys_enter_openat") int open(void *ctx) {
                  int pid = bpf_get_current_pid_tgid() >> 32;
                  if (pid != self) return 0;
                  int *e = bpf_ringbuf_reserve(&rb, 4, 0);
                  if (!e) return 0;
                  *e = pid;
                  bpf_ringbuf_submit(e, 0);
                  return 0;
                }
                """);
        ObjectLoader loader = java.util.ServiceLoader.load(ObjectLoader.class).findFirst().orElseThrow();
        int pid = (int) ProcessHandle.current().pid();
        byte[] bytes = java.nio.ByteBuffer.allocate(4).order(java.nio.ByteOrder.nativeOrder()).putInt(pid).array();
        ObjectSpec spec = new ObjectSpec("ring", elf, List.of(new ObjectSpec.GlobalValue(".rodata", 0, bytes)), java.util.Map.of(), java.util.Map.of(), null);
        long t = System.nanoTime();
        try (LoadedObject object = loader.load(spec); RecordSource source = object.records("rb")) {
            System.out.println(object.programs() + " " + object.maps()+ " " + object.notices());
            object.attach("open");
            System.out.println("ms " + (System.nanoTime() - t) / 1000000);
            for (int i = 0; i < 10000; i++) {
                Files.readString(Path.of("/etc/hostname"));
                if (i % 100 == 0) {
                    source.await(Duration.ofSeconds(1));
                    List<Integer> got = new ArrayList<>();
                    source.drain(r -> got.add(r.getInt()), 1000);
                    assertEquals(pid, got.get(0));
                }
            }
        }
    }
}
