package org.eunomia.kernel.libbpf.internal.load;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.ObjectSpec.GlobalValue;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.eunomia.kernel.libbpf.internal.shim.ShimLog;

/** One object on its way into the kernel: open, settle what was left open, load. */
public final class Loading {
    /** Enough for every verifier log but the longest, which newer kernels cut at the front. */
    private static final long LOG_BYTES = 16 << 20;

    private Loading() { }

    public static LoadedObject load(ObjectSpec spec) throws OperationFailedException {
        List<String> notices = new ArrayList<>();
        OpenObject object = null;
        boolean loaded = false;
        try (ShimLog log = new ShimLog(ShimLog.Level.WARN, LOG_BYTES)) {
            object = OpenObject.open(spec, log);
            MapDefaults.apply(object.maps(), spec, notices);
            writeGlobals(object, spec);
            int error = Shim.eunomia_load(log.pointer(), object.pointer());
            if (error != 0) throw LoadFailures.loading(spec, error, log.lines(), log.verifier());
            loaded = true;
            return new LoadedLibbpfObject(object, spec, notices);
        } finally {
            if (!loaded && object != null) object.close();
        }
    }

    private static void writeGlobals(OpenObject object, ObjectSpec spec) throws OperationFailedException {
        for (GlobalValue global : spec.globals()) {
            Pointer map = Shim.bpf_object__find_map_by_name(object.pointer(), global.section());
            long[] size = new long[1];
            Pointer start = map == null ? null : Shim.bpf_map__initial_value(map, size);
            if (start == null) throw new OperationFailedException(new Failure.NotFound("data section", global.section(), List.of()));
            if (global.offset() < 0 || global.offset() + (long) global.bytes().length > size[0]) {
                throw new OperationFailedException(new Failure.ObjectInvalid("section " + global.section(),
                        "it has " + size[0] + " bytes, a value of " + global.bytes().length + " bytes at " + global.offset() + " does not fit", ""));
            }
            start.write(global.offset(), global.bytes(), 0, global.bytes().length);
        }
    }
}
