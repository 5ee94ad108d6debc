package org.eunomia.ide.core.targets;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Asks a daemon once who it is, before it is kept as a target. */
public final class TargetProbe {
    private TargetProbe() { }

    /**
     * Blocks until the daemon has answered or {@code limit} has passed.
     *
     * @throws InterruptedException when the calling thread is interrupted meanwhile; nothing goes on then
     */
    public static HostInfo ask(Target target, TargetSecrets secrets, Duration limit) throws OperationFailedException, InterruptedException {
        Connection connection = new Connectors(System.getenv()).open(target, secrets);
        FutureTask<HostInfo> question = new FutureTask<>(() -> HostInfo.of(((RemoteTrackerService) connection.service()).info()));
        Thread asking = Thread.ofPlatform().daemon().name("eunomia-probe").start(question);
        try {
            return question.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new OperationFailedException(new Failure.Unavailable("daemon at " + target.endpoint(), "no answer for " + limit.toSeconds() + " s", "look at the address, and at firewalls on the way"), e);
        } catch (ExecutionException | CancellationException e) {
            throw e.getCause() instanceof OperationFailedException o ? o : new OperationFailedException(new Failure.Unavailable("daemon at " + target.endpoint(), String.valueOf(e.getCause()), ""), e);
        } finally {
            asking.interrupt();
            connection.end().run();
        }
    }
}
