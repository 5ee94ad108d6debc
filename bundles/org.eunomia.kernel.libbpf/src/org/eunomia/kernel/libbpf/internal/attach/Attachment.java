package org.eunomia.kernel.libbpf.internal.attach;

import com.sun.jna.Pointer;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/** Holds a program on a hook. An error when it is detached means that the kernel had let go before us, for example with a network interface. */
sealed interface Attachment {
    void detach();

    /**
     * Ends with this process at the latest.
     *
     * @param place names the hook where the kernel can put another program in the place of this one, empty where it cannot
     */
    record OfLink(Pointer link, String place) implements Attachment {
        @Override
        public void detach() {
            Shim.bpf_link__destroy(link);
        }
    }

    /** Stays when this process is killed. */
    record OfClsact(int ifindex, boolean egress, boolean created, int handle, int priority) implements Attachment {
        @Override
        public void detach() {
            Shim.eunomia_detach_clsact(ifindex, egress ? 1 : 0, created ? 1 : 0, handle, priority);
        }
    }
}
