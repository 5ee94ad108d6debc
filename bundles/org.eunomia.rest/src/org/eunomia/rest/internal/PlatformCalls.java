package org.eunomia.rest.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;

/**
 * Carries calls of a tracker service over to platform threads. Requests are handled on virtual threads, of which only as many run as there are CPUs, and a call
 * into the kernel that takes as long as the verifier does would hold one of those up and with it the readers of events.
 */
final class PlatformCalls {
    private static final int MOST = 32;
    /** They look at what is in memory only, and to carry them over would take longer than they do. */
    private static final Set<String> AT_ONCE = Set.of("list", "show", "events");

    private PlatformCalls() { }

    static ExecutorService executor() {
        return Executors.newFixedThreadPool(MOST, Thread.ofPlatform().daemon().name("eunomia-call-", 0).factory());
    }

    static TrackerService of(TrackerService service, ExecutorService threads) {
        return (TrackerService) Proxy.newProxyInstance(TrackerService.class.getClassLoader(), new Class<?>[] {TrackerService.class}, (proxy, method, arguments) -> {
            try {
                if (AT_ONCE.contains(method.getName())) return method.invoke(service, arguments);
                return threads.submit(() -> method.invoke(service, arguments)).get();
            } catch (InvocationTargetException e) {
                throw e.getCause();
            } catch (RejectedExecutionException e) {
                throw new OperationFailedException(new Failure.Unavailable("daemon", "it is stopping", ""), e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof InvocationTargetException invoked ? invoked.getCause() : e.getCause();
            }
        });
    }
}
