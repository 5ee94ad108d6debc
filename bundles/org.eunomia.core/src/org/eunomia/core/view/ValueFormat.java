package org.eunomia.core.view;

import java.util.Locale;
import java.util.Optional;

/** How a value is shown. The lower-case name is what {@link org.eunomia.core.schema.Field#format()} holds. */
public enum ValueFormat {
    NUMBER,
    HEX,
    /** Bytes up to the first NUL. */
    TEXT,
    /** Bytes as hex digits. */
    BYTES,
    /** 4 bytes in network order. */
    IPV4,
    /** 16 bytes in network order. */
    IPV6,
    /** 4 or 16 bytes; which of them a field of the same struct says that is named {@code family} or {@code af}. */
    IP,
    /** Host order. */
    PORT,
    /** Network order. */
    PORT_BE,
    MAC,
    /** Nanoseconds since boot. */
    KTIME,
    DURATION_NS,
    DURATION_US,
    DURATION_MS,
    /** Negative errno of a failed call, otherwise a number. */
    ERRNO,
    SIGNAL,
    /** Addresses in the kernel, innermost first. */
    KSTACK,
    /** Addresses in the address space of the process that the record's {@code pid} or {@code tgid} names, innermost first. */
    USTACK,
    /** Id of a kernel stack in a stacks map. */
    KSTACK_ID,
    /** Id of a user stack in a stacks map. */
    USTACK_ID;

    /** Empty when there is no such format. */
    public static Optional<ValueFormat> named(String name) {
        for (ValueFormat format : values()) if (format.name().toLowerCase(Locale.ROOT).equals(name)) return Optional.of(format);
        return Optional.empty();
    }

    public boolean isStack() {
        return this == KSTACK || this == USTACK || this == KSTACK_ID || this == USTACK_ID;
    }
}
