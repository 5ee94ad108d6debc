package org.eunomia.tests.kernel.daemon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.Package;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.BpfPackage;
import org.eunomia.tests.kernel.kit.LoadedNames;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a daemon in the middle of what it does, again and again over the same files. Too many processes for an emulated machine. */
@Tag("host")
class KilledDaemonTest {
    /** A round takes about a second. */
    private static final int ROUNDS = Integer.getInteger("eunomia.kills", 60);
    private static final int MOST_TRACKERS = 3;
    private static final String PROGRAM = "kd_" + ProcessHandle.current().pid();
    private static final StartOptions KEPT = new StartOptions(Map.of(), Duration.ZERO, StartOptions.Budget.UNLIMITED, true);

    @TempDir
    Path folder;
    private final Random random = new Random(8527);
    private final Package red = pack("red");
    private final Package blue = pack("blue");
    /** Packages that a tracker may have, by its name; the empty name stands for no tracker. More than one only after an operation that was not answered. */
    private final Map<String, List<String>> expected = new LinkedHashMap<>();
    private int started;

    private static Package pack(String name) {
        return BpfPackage.build(name, """
                struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 4096); } rb SEC(".maps");
                struct event { int number; };
                SEC("tracepoint/syscalls/sys_enter_getpriority") int %s(void *ctx) {
                  struct event *e = bpf_ringbuf_reserve(&rb, sizeof *e, 0);
                  if (!e) return 0;
                  e->number = 1;
                  bpf_ringbuf_submit(e, 0);
                  return 0;
                }
                """.formatted(PROGRAM));
    }

    /** One change, chosen by chance. What is expected allows for its outcome before and after until it is answered. */
    private void change(TrackerService client) throws Exception {
        List<TrackerInfo> running = client.list().stream().filter(t -> t.state() == TrackerInfo.State.RUNNING).toList();
        boolean full = running.size() >= MOST_TRACKERS;
        TrackerInfo one = running.isEmpty() ? null : running.get(random.nextInt(running.size()));
        switch (one == null ? 0 : full ? 1 + random.nextInt(2) : random.nextInt(3)) {
            case 0 -> {
                String name = "t" + ++started;
                expected.put(name, List.of("", "red"));
                client.start(new StartSpec(red, name, Map.of(), Map.of(), KEPT));
                expected.put(name, List.of("red"));
            }
            case 1 -> {
                Package next = one.pack().name().equals("red") ? blue : red;
                expected.put(one.name(), List.of(one.pack().name(), next.name()));
                client.update(one.id(), StartSpec.of(next), false);
                expected.put(one.name(), List.of(next.name()));
            }
            default -> {
                expected.put(one.name(), List.of(one.pack().name(), ""));
                client.stop(one.id());
                expected.remove(one.name());
            }
        }
    }

    /** The list has what was answered, in the order of the starts, and what was not answered as it was before or after. */
    private void settle(DaemonProcess daemon, int round) throws Exception {
        List<TrackerInfo> list = daemon.client().list();
        assertTrue(list.stream().allMatch(t -> t.state() == TrackerInfo.State.RUNNING), () -> list.toString());
        Map<String, String> found = new LinkedHashMap<>();
        for (TrackerInfo t : list) assertEquals(null, found.put(t.name(), t.pack().name()));
        expected.forEach((name, packs) -> assertTrue(packs.contains(found.getOrDefault(name, "")), () -> "round " + round + ": " + name + " of " + expected + " in " + found));
        assertTrue(expected.keySet().containsAll(found.keySet()), () -> "round " + round + ": " + found + " for " + expected);
        expected.keySet().retainAll(found.keySet());
        expected.replaceAll((name, packs) -> List.of(found.get(name)));
        assertEquals(new ArrayList<>(expected.keySet()), new ArrayList<>(found.keySet()));
        assertEquals(found.size(), LoadedNames.named(PROGRAM).size());
    }

    @Test
    void comesBackWithAConsistentListHoweverOftenItIsKilled() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (DaemonProcess daemon = DaemonProcess.start(folder)) {
                settle(daemon, round);
                TrackerService client = daemon.client();
                int whole = random.nextInt(3);
                for (int i = 0; i < whole; i++) change(client);
                Thread last = Thread.ofPlatform().start(() -> {
                    try {
                        while (true) change(client);
                    } catch (OperationFailedException killed) {
                        // That is what the test is for.
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(60_000)));
                daemon.close();
                last.join();
            }
            Await.until("nothing of it is left in the kernel", () -> LoadedNames.named(PROGRAM).isEmpty());
        }
        try (DaemonProcess daemon = DaemonProcess.start(folder)) {
            settle(daemon, ROUNDS);
        }
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            for (Path file : files.toList()) assertTrue(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)).endsWith("------"), file::toString);
        }
    }

    @Test
    void listsWhatDoesNotLoadAnyMoreAsFailed() throws Exception {
        try (DaemonProcess daemon = DaemonProcess.start(folder)) {
            for (String name : List.of("first", "broken", "last")) daemon.client().start(new StartSpec(red, name, Map.of(), Map.of(), KEPT));
        }
        breakState("broken");
        try (DaemonProcess daemon = DaemonProcess.start(folder)) {
            List<TrackerInfo> list = daemon.client().list();
            assertEquals(List.of("first RUNNING", "broken FAILED", "last RUNNING"), list.stream().map(t -> t.name() + " " + t.state()).toList());
            assertTrue(list.get(1).reason().contains("no param 'gone'"), list.get(1).reason());
            daemon.client().stop(list.get(1).id());
        }
        try (DaemonProcess daemon = DaemonProcess.start(folder)) {
            assertEquals(List.of("first", "last"), daemon.client().list().stream().map(TrackerInfo::name).toList());
        }
        Await.until("nothing of it is left in the kernel", () -> LoadedNames.named(PROGRAM).isEmpty());
    }

    /** Gives a kept tracker a param that its package does not have. */
    private void breakState(String tracker) throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                if (text.contains("\"name\":\"" + tracker + "\"")) Files.writeString(file, text.replace("\"params\":{}", "\"params\":{\"gone\":\"1\"}"));
            }
        }
    }
}
