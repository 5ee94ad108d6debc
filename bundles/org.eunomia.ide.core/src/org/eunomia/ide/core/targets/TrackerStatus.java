package org.eunomia.ide.core.targets;

import org.eunomia.core.LossLedger;
import org.eunomia.core.TrackerInfo;

/**
 * A tracker of a target as it was when that was last asked.
 *
 * @param eventsPerSecond since it was asked before; negative while that is not known
 */
public record TrackerStatus(Target target, TrackerInfo info, double eventsPerSecond, LossLedger losses) {
    public static final double UNKNOWN_RATE = -1;
}
