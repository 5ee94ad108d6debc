package org.eunomia.ide.core.targets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.eunomia.ide.core.internal.targets.EquinoxStore;

/**
 * The targets that the user knows, the local one first, and the one service of each. All methods may be called from any thread; those that open a service may
 * block, so they belong into a job, never on the thread of the user interface.
 */
public final class TargetRegistry {
    private static final TargetRegistry SHARED = new TargetRegistry();

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<Target, Shared> services = new HashMap<>();
    /** Held while targets are written, which may take as long as the user thinks about a password: who only reads does not need it. */
    private final Object writing = new Object();
    private volatile TargetStore store;
    private volatile Connector connector;
    private volatile List<Target> remote;

    /** Told after each change, on the thread that made it. */
    public interface Listener {
        void added(Target target);

        void removed(Target target);

        /** Name, endpoint or secrets differ; the service is another one from now on. */
        void changed(Target target);
    }

    /** Opened and closed under its own lock, so that a slow target holds up nobody who wants another. */
    private static final class Shared {
        private Connection connection;
        private volatile boolean opened;
        private boolean closed;
    }

    private TargetRegistry() {
        this(InstalledServices.isFramework() ? new EquinoxStore() : new MemoryStore(), new Connectors(System.getenv()));
        InstalledServices.atStop(this::close);
    }

    /** For tests; programs have the {@link #shared} one. */
    public TargetRegistry(TargetStore store, Connector connector) {
        install(store, connector);
    }

    /** That of this process. */
    public static TargetRegistry shared() {
        return SHARED;
    }

    /** Replaces where targets are kept and how they are reached, once, before anybody asks. */
    public void install(TargetStore newStore, Connector newConnector) {
        synchronized (writing) {
            store = newStore;
            connector = newConnector;
            remote = List.copyOf(newStore.targets());
        }
    }

    /** The local target first, then the daemons in the order in which they were added. */
    public List<Target> list() {
        List<Target> all = new ArrayList<>(remote);
        all.addFirst(Target.LOCAL);
        return List.copyOf(all);
    }

    public Optional<Target> find(String id) {
        return list().stream().filter(t -> t.id().equals(id)).findFirst();
    }

    /** @param endpoint see {@link Target#endpoint} */
    public Target add(String name, String endpoint, TargetSecrets secrets) throws OperationFailedException {
        Target target = new Target(UUID.randomUUID().toString(), name, Target.Kind.REMOTE, endpoint);
        synchronized (writing) {
            requireFree(target);
            List<Target> all = new ArrayList<>(remote);
            all.add(target);
            store.write(target, secrets);
            store.write(all);
            remote = List.copyOf(all);
        }
        listeners.forEach(l -> l.added(target));
        return target;
    }

    /** Gives {@code target}, found by its id, name, endpoint and secrets as they are here. What goes on over the old service ends. */
    public void change(Target target, TargetSecrets secrets) throws OperationFailedException {
        synchronized (writing) {
            if (!remote.contains(target)) throw new OperationFailedException(new Failure.NotFound("target", target.name(), List.of()));
            requireFree(target);
            List<Target> all = new ArrayList<>(remote);
            all.set(all.indexOf(target), target);
            store.write(target, secrets);
            store.write(all);
            remote = List.copyOf(all);
        }
        close(take(target));
        listeners.forEach(l -> l.changed(target));
    }

    private void requireFree(Target target) throws OperationFailedException {
        for (Target t : list()) {
            if (!t.equals(target) && t.name().equals(target.name())) throw new OperationFailedException(new Failure.Conflict("target " + t.name(), "there is one of that name already", "give it another name"));
        }
    }

    /** Forgets a daemon and its secrets; its trackers go on. The local target stays, whatever is asked. */
    public void remove(Target target) throws OperationFailedException {
        synchronized (writing) {
            if (!remote.contains(target)) return;
            List<Target> all = new ArrayList<>(remote);
            all.remove(target);
            store.write(all);
            store.write(target, TargetSecrets.NONE);
            remote = List.copyOf(all);
        }
        close(take(target));
        listeners.forEach(l -> l.removed(target));
    }

    /** Of a target that is known; may ask the user for the password of the secure storage. */
    public TargetSecrets secrets(Target target) throws OperationFailedException {
        return store.secrets(target);
    }

    /**
     * The target's service, the same for everybody: nobody closes it. Opened by the first who asks, which for a daemon does not mean that it is there: its methods
     * say so when they are called.
     */
    public TrackerService service(Target target) throws OperationFailedException {
        Shared shared;
        synchronized (services) {
            shared = services.computeIfAbsent(target, t -> new Shared());
        }
        synchronized (shared) {
            if (shared.closed) throw new OperationFailedException(new Failure.Conflict("target " + target.name(), "it has just been changed or removed", "try again"));
            if (shared.connection == null) {
                Target known = find(target.id()).orElseThrow(() -> new OperationFailedException(new Failure.NotFound("target", target.name(), List.of())));
                shared.connection = connector.open(known, known.isLocal() ? TargetSecrets.NONE : secrets(known));
                shared.opened = true;
            }
            return shared.connection.service();
        }
    }

    /** Whether somebody has asked for the target's service, and got it. Does not block. */
    public boolean isOpen(Target target) {
        synchronized (services) {
            return services.containsKey(target) && services.get(target).opened;
        }
    }

    /** Ends the target's service, if there is one, so that the next who asks gets a new one: trackers in this process end, a daemon's go on. */
    public void disconnect(Target target) {
        Shared old = take(target);
        close(old);
        if (old != null) listeners.forEach(l -> l.changed(target));
    }

    /** At the end of the program: ends all services, and with them the trackers in this process. */
    public void close() {
        List<Shared> all;
        synchronized (services) {
            all = List.copyOf(services.values());
            services.clear();
        }
        all.forEach(TargetRegistry::close);
    }

    private Shared take(Target target) {
        synchronized (services) {
            return services.remove(target);
        }
    }

    private static void close(Shared shared) {
        if (shared == null) return;
        synchronized (shared) {
            shared.closed = true;
            if (shared.connection != null) shared.connection.end().run();
        }
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
