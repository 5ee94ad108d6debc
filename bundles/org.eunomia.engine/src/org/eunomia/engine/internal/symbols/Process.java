package org.eunomia.engine.internal.symbols;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Where a process has its code, as last seen: what is known of it outlives it. */
final class Process {
    private static final long REREAD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private final Path folder;
    private final String startTime;
    private List<Mapping> mappings = List.of();
    private long readAt;

    private Process(Path folder, String startTime) {
        this.folder = folder;
        this.startTime = startTime;
        read();
    }

    /** Empty when there is none. */
    static Optional<Process> look(Path proc, int pid) {
        Path folder = proc.resolve(Integer.toString(pid));
        return startTime(folder).map(time -> new Process(folder, time));
    }

    /** Whether the process that has this id now is another one. */
    boolean isReplaced() {
        return startTime(folder).map(time -> !time.equals(startTime)).orElse(false);
    }

    /** Field 22 of {@code /proc/PID/stat}: with the id it names a process for ever. */
    private static Optional<String> startTime(Path folder) {
        try {
            String stat = new String(Files.readAllBytes(folder.resolve("stat")), StandardCharsets.ISO_8859_1);
            String[] behindName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Optional.of(behindName[22 - 3]);
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    Optional<Mapping> find(long address) {
        Optional<Mapping> found = known(address);
        if (found.isPresent() || System.nanoTime() - readAt < REREAD_NANOS) return found;
        read();
        return known(address);
    }

    private Optional<Mapping> known(long address) {
        for (Mapping m : mappings) if (m.contains(address)) return Optional.of(m);
        return Optional.empty();
    }

    private void read() {
        readAt = System.nanoTime();
        if (isReplaced()) return;
        try {
            String maps = new String(Files.readAllBytes(folder.resolve("maps")), StandardCharsets.UTF_8);
            List<Mapping> code = maps.lines().flatMap(line -> Mapping.parse(line).stream()).toList();
            if (!code.isEmpty()) mappings = code;
        } catch (IOException e) {
            // It is gone, or hidden from us: what was seen before stays.
        }
    }

    /** The file behind {@code mapping} through the process's own eyes, which may be those of a container, while it lives. */
    Path file(Mapping mapping) {
        return Path.of(folder + "/root" + mapping.module());
    }

    /** The same whatever became of its name; needs more rights. */
    Path mappedFile(Mapping mapping) {
        return folder.resolve("map_files").resolve(Long.toHexString(mapping.start()) + "-" + Long.toHexString(mapping.end()));
    }
}
