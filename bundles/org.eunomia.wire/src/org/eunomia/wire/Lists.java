package org.eunomia.wire;

import java.time.Instant;
import java.util.List;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.HookKind;
import org.eunomia.core.StackFrame;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.spec.MapSpec;

/** Documents around records of the core, so that an answer is always an object and can grow. */
public final class Lists {
    private Lists() { }

    public record Trackers(List<TrackerInfo> trackers) { }

    public record Maps(List<MapSpec> maps) { }

    /** Entries of a map as bytes: keys and values in base64. */
    public record RawEntries(List<RawEntry> entries) { }

    public record RawEntry(byte[] key, byte[] value) { }

    /** Entries of a map in the types of their map; values of a per-CPU map are lists with one for each possible CPU. */
    public record Entries(String map, List<Entry> entries) { }

    public record Entry(Object key, Object value) { }

    /** Addresses as signed 64-bit numbers, innermost first. @param pid 0 for the kernel */
    public record Stack(int pid, List<Long> addresses) { }

    public record Frames(List<StackFrame> frames) { }

    /** Of a shell. */
    public record Line(String line) { }

    /** @param pack named {@code package} in the document: a package document */
    public record Compiled(Object pack, List<Diagnostic> diagnostics, List<String> notices) { }

    public record Filter(TrackerInfo.State state) { }

    public record HookQuery(HookKind kind) { }

    /**
     * @param api    versions of the interface that are spoken here
     * @param kernel as {@code uname -r} gives it
     * @param caller who asks, as the daemon knows it
     */
    public record Info(String version, List<String> api, String host, String kernel, String arch, Instant started, String caller, String role, int trackers) { }

    /** @param missing what is, one line each */
    public record Ready(boolean ready, List<String> missing) { }
}
