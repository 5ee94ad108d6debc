package org.eunomia.kernel;

import java.util.List;
import java.util.Set;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** An object in the kernel: owns its programs, maps, and whatever was made from it here. */
public interface LoadedObject extends AutoCloseable {
    List<ProgramInfo> programs();

    /** Including the internal ones that hold global data. */
    List<MapInfo> maps();

    /** One line each: what the loader decided on its own, such as the size of a map that the program left open. */
    List<String> notices();

    /** Attaches by the program's section. The link belongs to the caller and is closed with this object at the latest. */
    Link attach(String program) throws OperationFailedException;

    /** Whether {@link #attachInPlace} can be: {@code link} holds the hook that {@code program} goes to, and the kernel replaces programs there. */
    default boolean fitsInPlace(String program, Link link) throws OperationFailedException {
        return false;
    }

    /**
     * Puts {@code program} in the place of the one that {@code link} holds on its hook, in one step: whatever passes the hook meets exactly one of the two.
     * {@code link} comes from an object of the same loader; it is spent then, and closing it does nothing. After a failure nothing has changed.
     */
    default Link attachInPlace(String program, Link link) throws OperationFailedException {
        throw new OperationFailedException(new Failure.NotSupported("replacing program " + link.program() + " on its hook", "", ""));
    }

    /** What each program has done so far while statistics were kept, see {@link ObjectLoader#keepStatistics()}. In the order of {@link #programs}. */
    default List<RunInfo> runs() {
        return List.of();
    }

    /** Memory that the kernel holds for a map, 0 when it does not say. */
    default long memoryBytes(String map) {
        return 0;
    }

    /** Attaches and reads nothing yet. {@code map} is a ring buffer or a perf event array; each map has at most one source. */
    RecordSource records(String map) throws OperationFailedException;

    MapAccess map(String name) throws OperationFailedException;

    /** What {@code bpf_printk} of these programs prints, as far as the kernel lets it be told from that of others. */
    TraceSource trace() throws OperationFailedException;

    /** Detaches, then unloads. Idempotent. May wait for the kernel for up to about 0.1 s a link. */
    @Override
    void close();

    /**
     * @param id            in the kernel
     * @param type          the kernel's word in lower case: {@code tracepoint}, {@code kprobe} …
     * @param autoAttach    whether its section says where to attach
     * @param verifiedInsns instructions that the verifier went through, 0 when the kernel does not say
     */
    record ProgramInfo(String name, String section, String type, int id, boolean autoAttach, int verifiedInsns) { }

    /** @param count how often it ran; @param nanos how long in all */
    record RunInfo(String program, long count, long nanos) { }

    /**
     * @param type the kernel's word in lower case: {@code ringbuf}, {@code hash} …
     * @param flags {@code BPF_F_…} it was made with
     */
    record MapInfo(String name, String type, int id, int keySize, int valueSize, int maxEntries, int flags, boolean internal) {
        private static final Set<String> HASHES = Set.of("hash", "percpu_hash", "lru_hash", "lru_percpu_hash");

        public boolean isPerCpu() {
            return type.contains("percpu");
        }

        public boolean isHash() {
            return HASHES.contains(type);
        }
    }
}
