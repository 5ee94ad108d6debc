package org.eunomia.ide.core.targets;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;

/** A remote side that does what a test says: lists trackers that yield ten events more each time, fails, or hangs. */
final class ScriptedTarget implements Connector {
    final List<TrackerInfo> trackers = new ArrayList<>();
    final AtomicInteger opened = new AtomicInteger();
    final AtomicInteger ended = new AtomicInteger();
    volatile Callable<Void> before = () -> null;
    private volatile long delivered;

    static TrackerInfo tracker(int id, TrackerInfo.State state) {
        return new TrackerInfo(new TrackerId(id), "t" + id, state, 1, Instant.EPOCH, List.of(), List.of(), List.of(), "");
    }

    @Override
    public Connection open(Target target, TargetSecrets secrets) throws OperationFailedException {
        opened.incrementAndGet();
        TrackerService service = (TrackerService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {TrackerService.class}, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) return method.getName().equals("hashCode") ? (Object) System.identityHashCode(proxy) : proxy == arguments[0];
            before.call();
            return switch (method.getName()) {
                case "list" -> List.copyOf(trackers);
                case "losses" -> new LossLedger(delivered += 10, Map.of(), Map.of("perf buffer", 3L));
                default -> throw new AssertionError(method);
            };
        });
        return new Connection(service, ended::incrementAndGet);
    }
}
