package org.eunomia.engine.internal;

import java.util.ServiceLoader;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;
import org.eunomia.kernel.ObjectLoader;

/** Opens an engine on the first {@link ObjectLoader} of the class path. */
public final class EngineFactory implements TrackerServiceFactory {
    @Override
    public TrackerService open() throws OperationFailedException {
        return open(EngineFactory.class.getClassLoader());
    }

    static TrackerService open(ClassLoader classPath) throws OperationFailedException {
        return new Engine(ServiceLoader.load(ObjectLoader.class, classPath).findFirst().orElseThrow(() -> new OperationFailedException(
                new Failure.Unavailable("tracker service", "nothing here can load BPF objects", "put org.eunomia.kernel.libbpf on the class path"))));
    }
}
