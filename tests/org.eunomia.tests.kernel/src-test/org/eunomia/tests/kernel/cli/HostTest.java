package org.eunomia.tests.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eunomia.tests.kernel.daemon.DaemonProcess;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.CallingProcess;
import org.eunomia.tests.kernel.kit.LoadedNames;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line with trackers of a daemon. */
@Tag("host")
@Timeout(180)
class HostTest {
    private static final String PROGRAM = "ht_" + ProcessHandle.current().pid();

    @TempDir
    Path folder;
    private DaemonProcess daemon;
    private CallingProcess traced;
    private String source;

    @BeforeEach
    void start() throws Exception {
        daemon = DaemonProcess.start(folder);
        traced = new CallingProcess();
        source = Files.writeString(folder.resolve("calls.bpf.c"), """
                #include "vmlinux.h"
                #include <bpf/bpf_helpers.h>
                const volatile int target_pid = 0;
                /* @histogram unit=calls interval=100 clear */
                struct { __uint(type, BPF_MAP_TYPE_ARRAY); __uint(max_entries, 8); __type(key, u32); __type(value, u64); } hist SEC(".maps");
                char LICENSE[] SEC("license") = "GPL";
                SEC("tracepoint/syscalls/sys_enter_getpriority") int %s(void *ctx) {
                  if (bpf_get_current_pid_tgid() >> 32 != target_pid) return 0;
                  u32 slot = 3;
                  u64 *count = bpf_map_lookup_elem(&hist, &slot);
                  if (count) __sync_fetch_and_add(count, 1);
                  return 0;
                }
                """.formatted(PROGRAM)).toString();
    }

    @AfterEach
    void end() throws Exception {
        traced.close();
        assertEquals(List.of(), LoadedNames.named(PROGRAM), daemon.log());
        daemon.close();
    }

    private Eunomia eunomia(String... args) {
        String[] all = Arrays.copyOf(args, args.length + 2);
        all[args.length] = "--host";
        all[args.length + 1] = daemon.host();
        return Eunomia.in(folder, all);
    }

    private String shown(String... args) {
        Eunomia events = eunomia(args);
        assertEquals(0, events.code(), events.err());
        return events.out();
    }

    @Test
    void eventsShowsHistogramsAndLeavesThemToOthers() throws Exception {
        assertEquals("1\n", shown("start", source, "--target_pid", Integer.toString(traced.pid())));
        assertEquals("calls\n1\n", shown("completion", "trackers"));
        traced.call(5);
        for (int i = 0; i < 2; i++) {
            String text = shown("events", "calls", "--count", "1");
            assertTrue(text.matches("(?s).* hist\\n.*calls.*8 -> 15 *: 5 .*\\*.*"), text);
        }
        String json = shown("events", "calls", "--count", "1", "-o", "json", "--clear");
        assertTrue(json.contains("\"type\":\"histogram\",\"map\":\"hist\",\"unit\":\"calls\"") && json.contains("{\"low\":8,\"high\":15,\"count\":5}"), json);
        String empty = shown("events", "calls", "--count", "1");
        assertTrue(empty.contains("hist is empty"), empty);
        shown("stop", "calls");
    }

    @Test
    void runShowsHistogramsAsItDoesLocallyAndStopsInTheEnd() throws Exception {
        traced.run();
        String[] run = {"run", source, "--target_pid", Integer.toString(traced.pid()), "--count", "3", "-o", "json"};
        String there = shown(run);
        String here = Eunomia.in(folder, run).out();
        traced.halt();
        String form = "(\\{\"time\":\"[^\"]+\",\"tracker\":\"calls\",\"type\":\"histogram\",\"map\":\"hist\",\"unit\":\"calls\",\"histograms\":\\[\\{\"slots\":\\[.*\"count\":[1-9][0-9]*}]}]}\\n){3}";
        assertTrue(there.matches(form), there);
        assertTrue(here.matches(form), here);
        assertTrue(shown("list", "-a").contains("stopped (stopped on request)"));
    }

    @Test
    void runEndsWhenItsTrackerIsStoppedByAnother() throws Exception {
        CompletableFuture<Eunomia> run = CompletableFuture.supplyAsync(() -> eunomia("run", source));
        Await.until("it runs", () -> shown("list").contains("calls"));
        shown("stop", "calls");
        Eunomia ended = run.get(60, TimeUnit.SECONDS);
        assertEquals(0, ended.code(), ended.err());
        assertTrue(ended.err().contains("tracker calls ended: stopped on request"), ended.err());
    }
}
