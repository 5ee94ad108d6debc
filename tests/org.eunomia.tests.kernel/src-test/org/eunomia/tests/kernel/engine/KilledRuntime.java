package org.eunomia.tests.kernel.engine;

import java.util.concurrent.CountDownLatch;
import org.eunomia.core.TrackerService;

/** Starts a tracker, says so, and waits for its end. */
final class KilledRuntime {
    private KilledRuntime() { }

    public static void main(String[] args) throws Exception {
        TrackerService engine = EngineKit.engine();
        engine.start(EngineKit.of(EngineKit.calls(args[0], 4096), 1));
        System.out.println("running");
        new CountDownLatch(1).await();
    }
}
