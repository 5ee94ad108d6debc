package org.eunomia.tests.ui.pages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.sessions.TrackerSessions;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;

/** A tracker on this host's kernel that the workbench watches, until it is closed. */
public final class WatchedTracker implements AutoCloseable {
    private final TrackerService service;
    private final TrackerSession session;

    private WatchedTracker(Package pack, Map<String, String> params) throws OperationFailedException {
        service = TargetRegistry.shared().service(Target.LOCAL);
        session = new TrackerSession(Target.LOCAL, service.start(new StartSpec(pack, "", params, Map.of())).id(), pack.name());
        TrackerSessions.shared().reveal(List.of(session));
    }

    /** @param name of one of the scaffold's examples */
    public static WatchedTracker example(String name, Map<String, String> params) throws OperationFailedException {
        return source(Path.of(System.getProperty("eunomia.checkout"), "bpf-scaffold/examples", name, name + ".bpf.c"), params);
    }

    /** @param text of a source file */
    public static WatchedTracker text(Path folder, String name, String text) throws Exception {
        return source(Files.writeString(folder.resolve(name + ".bpf.c"), text), Map.of());
    }

    private static WatchedTracker source(Path source, Map<String, String> params) throws OperationFailedException {
        return new WatchedTracker(Toolchain.find(ToolchainConfig.fromEnvironment()).build(BuildSpec.of(source)).pack(), params);
    }

    public TrackerSession session() {
        return session;
    }

    public TrackerService service() {
        return service;
    }

    @Override
    public void close() throws OperationFailedException {
        TrackerSessions.shared().remove(session);
        service.stop(session.id());
    }
}
