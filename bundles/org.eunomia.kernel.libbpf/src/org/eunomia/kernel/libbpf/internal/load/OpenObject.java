package org.eunomia.kernel.libbpf.internal.load;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.eunomia.kernel.libbpf.internal.shim.ShimLog;

/** An object that libbpf has parsed: {@code struct bpf_object}, owned by this. */
final class OpenObject implements AutoCloseable {
    private final Pointer object;
    private boolean closed;

    private OpenObject(Pointer object) {
        this.object = object;
    }

    static OpenObject open(ObjectSpec spec, ShimLog log) throws OperationFailedException {
        // libbpf reads it later, and then does not say that it is this file that is missing.
        if (spec.btf() != null && !Files.isReadable(spec.btf())) throw new OperationFailedException(new Failure.Unavailable("BTF file " + spec.btf(), "it is not there, or cannot be read", ""));
        PointerByReference out = new PointerByReference();
        try (Memory elf = new Memory(Math.max(spec.elf().length, 1))) {
            elf.write(0, spec.elf(), 0, spec.elf().length);
            String btf = spec.btf() == null ? null : spec.btf().toString();
            int error = Shim.eunomia_open(log.pointer(), elf, spec.elf().length, objectName(spec.name()), btf, out);
            if (error != 0) throw LoadFailures.opening(spec, error, log.lines());
        }
        return new OpenObject(out.getValue());
    }

    /** libbpf names maps and programs in the kernel after it; a dot would hide where the name of a data section begins. */
    private static String objectName(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_]", "_");
        return plain.isEmpty() ? "object" : plain;
    }

    Pointer pointer() {
        return object;
    }

    List<Pointer> programs() {
        return all(Shim::bpf_object__next_program);
    }

    List<Pointer> maps() {
        return all(Shim::bpf_object__next_map);
    }

    /** The section of a program, empty when there is no such program. */
    String section(String program) {
        return programs().stream().filter(p -> Shim.bpf_program__name(p).equals(program)).findFirst().map(Shim::bpf_program__section_name).orElse("");
    }

    /** @param name as libbpf calls it, with a part of the object's name for data sections */
    Optional<Pointer> map(String name) {
        return maps().stream().filter(map -> Shim.bpf_map__name(map).equals(name)).findFirst();
    }

    private List<Pointer> all(BinaryOperator<Pointer> next) {
        List<Pointer> found = new ArrayList<>();
        for (Pointer p = next.apply(object, null); p != null; p = next.apply(object, p)) found.add(p);
        return found;
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        Shim.bpf_object__close(object);
    }
}
