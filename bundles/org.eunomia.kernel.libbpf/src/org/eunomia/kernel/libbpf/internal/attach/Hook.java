package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.eunomia.kernel.libbpf.internal.shim.ShimLog;

/** A loaded program that is about to be attached. */
record Hook(Pointer program, String name, String sectionName, Section section, Options options) {
    /** A call that puts a link into {@code out} and gives 0, or gives a negated errno. */
    @FunctionalInterface
    interface Call {
        int attach(Pointer log, PointerByReference out);
    }

    static Hook of(Pointer program, Options options) {
        String section = Shim.bpf_program__section_name(program);
        return new Hook(program, Shim.bpf_program__name(program), section, Section.of(section), options);
    }

    /** Attaches, or throws what {@link AttachFailures} makes of the error and of what libbpf printed. */
    Attachment attach(Call call) throws OperationFailedException {
        return attach("", call);
    }

    /** @param place of the {@link Attachment.OfLink} */
    Attachment attach(String place, Call call) throws OperationFailedException {
        PointerByReference out = new PointerByReference();
        try (ShimLog log = ShimLog.warnings()) {
            int error = call.attach(log.pointer(), out);
            if (error != 0) throw AttachFailures.of(this, error, log.lines());
        }
        return new Attachment.OfLink(out.getValue(), place);
    }

    OperationFailedException failed(String reason, String hint) {
        return new OperationFailedException(new Failure.AttachFailed(name, sectionName, reason, hint));
    }

    OperationFailedException failed(int errno, String hint) {
        return failed(Libc.message(errno), hint);
    }

}
