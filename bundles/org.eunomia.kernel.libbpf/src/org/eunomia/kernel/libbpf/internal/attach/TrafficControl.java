package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.Pointer;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/**
 * Programs on the traffic of an interface, by tcx links (Linux 6.6): they go away with their descriptor, which the older way, a filter of a clsact
 * queueing discipline, does not.
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

    static Pointer attach(Hook hook) throws OperationFailedException {
        int index = NetworkInterface.index(hook);
        return hook.attach((log, out) -> Shim.eunomia_attach_tcx(log, hook.program(), index, out));
    }
}
