package org.eunomia.kernel.libbpf.internal.load;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.FeatureProbe;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.ObjectSpec.GlobalValue;
import org.eunomia.kernel.libbpf.internal.attach.Options;
import org.eunomia.kernel.libbpf.internal.attach.TrafficControl;
import org.eunomia.kernel.libbpf.internal.map.MapKind;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.eunomia.kernel.libbpf.internal.shim.ShimLog;
import org.eunomia.kernel.libbpf.internal.verifier.VerifierLog;

/** One object on its way into the kernel: open, settle what was left open, load. */
public final class Loading {
    /** From Linux 6.4 on the kernel keeps the end of a longer log, which is what counts; before, it keeps the start. */
    private static final long LOG_BYTES = 16 << 20;
    private static final long LARGEST_LOG_BYTES = 256 << 20;

    private Loading() { }

    /** @param kernel asked which of two programs for the same hook works there */
    public static LoadedObject load(ObjectSpec spec, FeatureProbe kernel) throws OperationFailedException {
        Optional<LoadedObject> loaded = attempt(spec, kernel, LOG_BYTES);
        return loaded.isPresent() ? loaded.get() : attempt(spec, kernel, LARGEST_LOG_BYTES).orElseThrow();
    }

    /** @return empty when the verifier refused a program and its reason did not fit into the log */
    private static Optional<LoadedObject> attempt(ObjectSpec spec, FeatureProbe kernel, long logBytes) throws OperationFailedException {
        List<String> notices = new ArrayList<>();
        OpenObject object = null;
        boolean loaded = false;
        try (ShimLog log = new ShimLog(ShimLog.Level.WARN, logBytes)) {
            object = OpenObject.open(spec, log);
            choosePrograms(object.programs(), spec);
            SectionNames.check(object.programs());
            Alternatives.choose(object.programs(), spec.options(), kernel, notices);
            MapDefaults.apply(object.maps(), spec, notices);
            writeGlobals(object, spec);
            int error = Shim.eunomia_load(log.pointer(), object.pointer());
            if (error == -Libc.ENOSPC && logBytes < LARGEST_LOG_BYTES && !VerifierLog.isComplete(log.verifier())) return Optional.empty();
            if (error != 0) throw LoadFailures.loading(object, spec, error, log.lines(), log.verifier());
            loaded = true;
            return Optional.of(new LoadedLibbpfObject(object, spec, notices));
        } finally {
            if (!loaded && object != null) object.close();
        }
    }

    /** Option {@code load}: whether a program is loaded, in place of what its section says ({@code SEC("?…")} is not). */
    private static void choosePrograms(List<Pointer> programs, ObjectSpec spec) throws OperationFailedException {
        List<String> names = programs.stream().map(Shim::bpf_program__name).toList();
        for (String wanted : spec.options().keySet()) {
            if (!names.contains(wanted)) throw new OperationFailedException(new Failure.NotFound("program", wanted, Nearest.to(wanted, names)));
        }
        for (Pointer program : programs) {
            Options options = new Options(spec.options().getOrDefault(Shim.bpf_program__name(program), Map.of()));
            Optional<Boolean> load = options.flag("load");
            if (load.isPresent()) Shim.bpf_program__set_autoload(program, load.get() ? 1 : 0);
            TrafficControl.prepare(program, options);
        }
    }

    private static void writeGlobals(OpenObject object, ObjectSpec spec) throws OperationFailedException {
        for (GlobalValue global : spec.globals()) {
            Pointer map = Shim.bpf_object__find_map_by_name(object.pointer(), global.section());
            long[] size = new long[1];
            Pointer start = map == null ? null : Shim.bpf_map__initial_value(map, size);
            if (start == null) {
                List<String> known = object.maps().stream().filter(m -> Shim.bpf_map__is_internal(m) != 0).map(MapKind::name).toList();
                throw new OperationFailedException(new Failure.NotFound("data section", global.section(), known));
            }
            if (global.offset() < 0 || global.offset() + (long) global.bytes().length > size[0]) {
                throw new OperationFailedException(new Failure.ObjectInvalid("section " + global.section(),
                        "it has " + size[0] + " bytes, a value of " + global.bytes().length + " bytes at " + global.offset() + " does not fit", ""));
            }
            start.write(global.offset(), global.bytes(), 0, global.bytes().length);
        }
    }
}
