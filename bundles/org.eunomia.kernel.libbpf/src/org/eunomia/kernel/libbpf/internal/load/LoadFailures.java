package org.eunomia.kernel.libbpf.internal.load;

import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/** Turns what libbpf returned and printed while an object was opened or loaded into a failure. */
final class LoadFailures {
    private LoadFailures() { }

    static OperationFailedException opening(ObjectSpec spec, int error, List<String> lines) {
        return new OperationFailedException(new Failure.ObjectInvalid("", reason(error, lines), ""));
    }

    static OperationFailedException loading(ObjectSpec spec, int error, List<String> lines, String verifierLog) {
        return new OperationFailedException(new Failure.LoadFailed(spec.name(), Math.abs(error), reason(error, lines), "", verifierLog));
    }

    private static String reason(int error, List<String> lines) {
        return lines.isEmpty() ? Libc.message(error) : lines.getFirst();
    }
}
