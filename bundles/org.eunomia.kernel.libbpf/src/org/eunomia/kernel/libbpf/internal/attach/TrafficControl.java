package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.Pointer;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.shim.Libc;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.eunomia.kernel.libbpf.internal.shim.ShimLog;

/**
 * Programs on the traffic of an interface. From Linux 6.6 on by tcx links, which go away with their descriptor; before, by a filter of a clsact
 * queueing discipline, which stays when the process is killed and then has to be removed with {@code tc}.
 */
public final class TrafficControl {
    private static final int TCX_INGRESS = 46;
    private static final int TCX_EGRESS = 47;

    private TrafficControl() { }

    /** Sections {@code tc} and {@code classifier} do not tell the direction: option {@code direction}, {@code ingress} when it is not set. Before loading. */
    public static void prepare(Pointer program, Options options) {
        Section section = Section.of(Shim.bpf_program__section_name(program));
        boolean open = section.kind().equals("classifier") || section.kind().equals("tc") && section.target().isEmpty();
        if (!open || Shim.bpf_program__type(program) == 0) return;
        Shim.bpf_program__set_expected_attach_type(program, options.text("direction").orElse("").equals("egress") ? TCX_EGRESS : TCX_INGRESS);
    }

    static Attachment attach(Hook hook) throws OperationFailedException {
        int index = NetworkInterface.index(hook);
        try {
            return hook.attach(place(hook, index), (log, out) -> Shim.eunomia_attach_tcx(log, hook.program(), index, out));
        } catch (OperationFailedException e) {
            return attachFilter(hook, index, e);
        }
    }

    static String place(Hook hook, int index) {
        return "tcx " + Shim.bpf_program__expected_attach_type(hook.program()) + " " + index;
    }

    private static Attachment attachFilter(Hook hook, int index, OperationFailedException withoutLink) throws OperationFailedException {
        boolean egress = Shim.bpf_program__expected_attach_type(hook.program()) == TCX_EGRESS;
        int[] created = new int[1];
        int[] handle = new int[1];
        int[] priority = new int[1];
        try (ShimLog log = ShimLog.warnings()) {
            int error = Shim.eunomia_attach_clsact(log.pointer(), hook.program(), index, egress ? 1 : 0, created, handle, priority);
            if (error == -Libc.EPERM) throw withoutLink;
            if (error != 0) throw AttachFailures.of(hook, error, log.lines());
        }
        return new Attachment.OfClsact(index, egress, created[0] != 0, handle[0], priority[0]);
    }
}
