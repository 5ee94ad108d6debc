package org.eunomia.tests.kernel.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerService;
import org.eunomia.pack.PackageReader;

/** Starts the tracker whose package lies in a file, says so, and waits for its end. */
final class KilledRuntime {
    private KilledRuntime() { }

    public static void main(String[] args) throws Exception {
        TrackerService engine = EngineKit.engine();
        engine.start(StartSpec.of(PackageReader.read(args[0], Files.readAllBytes(Path.of(args[0])))));
        System.out.println("running");
        new CountDownLatch(1).await();
    }
}
