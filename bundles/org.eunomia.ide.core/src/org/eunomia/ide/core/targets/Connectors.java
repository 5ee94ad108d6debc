package org.eunomia.ide.core.targets;

import java.net.URI;
import java.util.Optional;
import java.util.ServiceLoader;
import org.eunomia.client.RemoteTarget;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;

/** Opens services by what is on the class path. */
final class Connectors {
    private Connectors() { }

    static TrackerService open(Target target, TargetSecrets secrets) throws OperationFailedException {
        if (target.isLocal()) return only(TrackerServiceFactory.class).open();
        Optional<String> token = secrets.token().isEmpty() ? Optional.empty() : Optional.of(secrets.token());
        return RemoteTrackerService.of(RemoteTarget.of(URI.create(target.endpoint()), token), only(PackageDocuments.class));
    }

    private static <T> T only(Class<T> service) throws OperationFailedException {
        return ServiceLoader.load(service).findFirst().orElseThrow(() -> new OperationFailedException(
                new Failure.Unavailable("this installation", "it has no " + service.getSimpleName(), "")));
    }
}
