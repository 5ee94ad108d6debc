package org.eunomia.kernel;

import java.util.Optional;

/** Tells what the running kernel is and can do. Cheap: answers are found once. */
public interface FeatureProbe {
    /** As {@code uname -r} gives it. */
    String release();

    /** Whether {@code feature} works: {@code btf}, {@code ringbuf}, {@code kprobe}, {@code fentry} …; empty when it cannot be told, as after EPERM. */
    Optional<Boolean> supports(String feature);
}
