package org.eunomia.daemon.internal;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.eunomia.core.CommandShell;
import org.eunomia.core.DaemonRunner;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.SourceCompiler;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;

/** A daemon in a process that the command line started, on whatever is on its class path. */
public final class ClassPathDaemon implements DaemonRunner {
    @Override
    public List<Setting> settings() {
        return Keys.ALL;
    }

    @Override
    public void run(Map<String, String> given, Map<String, String> environment, Consumer<String> out) throws OperationFailedException {
        DaemonConfig config = DaemonConfig.of(Settings.of(given, environment), environment);
        LogLines log = new LogLines(out, config.jsonLog());
        LibraryLog.to(log);
        TrackerService service = only(TrackerServiceFactory.class).open();
        RunningDaemon daemon;
        try {
            daemon = RunningDaemon.start(config, service, only(PackageDocuments.class), ServiceLoader.load(CommandShell.class).findFirst(), ServiceLoader.load(SourceCompiler.class).findFirst(), log);
        } catch (OperationFailedException | RuntimeException e) {
            service.close();
            throw e;
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // That is how it is told to end.
        } finally {
            daemon.close();
        }
    }

    private static <T> T only(Class<T> service) throws OperationFailedException {
        return ServiceLoader.load(service).findFirst().orElseThrow(() -> new OperationFailedException(
                new Failure.Unavailable("this installation", "it has no " + service.getSimpleName(), "")));
    }
}
