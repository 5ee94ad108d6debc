package org.eunomia.ide.core.targets;

import java.util.Deque;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;

/** Finds what this installation has: as services of the framework, or on the class path where there is none. */
public final class InstalledServices {
    private static final Set<String> COMPONENTS = Set.of("org.eunomia.pack", "org.eunomia.kernel.libbpf", "org.eunomia.engine");
    private static final Deque<Runnable> AT_STOP = new ConcurrentLinkedDeque<>();

    private InstalledServices() { }

    static boolean isFramework() {
        return framework().isPresent();
    }

    /** Calls {@code action} when this bundle stops, before those that were given earlier; never without a framework. */
    public static synchronized void atStop(Runnable action) {
        if (AT_STOP.isEmpty()) {
            framework().ifPresent(context -> context.addBundleListener((SynchronousBundleListener) event -> {
                if (event.getType() == BundleEvent.STOPPING && event.getBundle() == context.getBundle()) AT_STOP.forEach(Runnable::run);
            }));
        }
        AT_STOP.addFirst(action);
    }

    private static Optional<BundleContext> framework() {
        return Optional.ofNullable(FrameworkUtil.getBundle(InstalledServices.class)).map(Bundle::getBundleContext);
    }

    /** A workbench starts bundles when a class of theirs is wanted first, which is never for those that have nothing but services. */
    private static void startComponents(BundleContext context) {
        for (Bundle b : context.getBundles()) {
            if (b.getState() == Bundle.ACTIVE || !COMPONENTS.contains(b.getSymbolicName())) continue;
            try {
                b.start(Bundle.START_TRANSIENT);
            } catch (BundleException e) {
                throw new IllegalStateException(b + " cannot be started", e);
            }
        }
    }

    /** Trackers in this process. Asking makes the component that runs them; that the connection is ended ends it. */
    static Connection runtime() throws OperationFailedException {
        if (framework().isEmpty()) return Connection.of(only(TrackerServiceFactory.class).open());
        BundleContext context = framework().get();
        startComponents(context);
        ServiceReference<TrackerService> reference = context.getServiceReference(TrackerService.class);
        TrackerService service = reference == null ? null : context.getService(reference);
        if (service == null) throw missing(TrackerService.class);
        return new Connection(service, () -> context.ungetService(reference));
    }

    /** A service that stays for as long as this process. */
    public static <T> T only(Class<T> type) throws OperationFailedException {
        if (framework().isPresent()) {
            BundleContext context = framework().get();
            startComponents(context);
            ServiceReference<T> reference = context.getServiceReference(type);
            T service = reference == null ? null : context.getService(reference);
            if (service != null) return service;
        }
        return ServiceLoader.load(type, type.getClassLoader()).findFirst().or(() -> ServiceLoader.load(type).findFirst()).orElseThrow(() -> missing(type));
    }

    private static OperationFailedException missing(Class<?> type) {
        return new OperationFailedException(new Failure.Unavailable("this installation", "it has no " + type.getSimpleName(), ""));
    }
}
