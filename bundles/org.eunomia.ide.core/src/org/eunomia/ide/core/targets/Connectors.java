package org.eunomia.ide.core.targets;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eunomia.client.RemoteTarget;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;

/** Opens services: of the local host in this process where that may load BPF programs, else by a daemon on this host; of others by their daemons. */
final class Connectors implements Connector {
    private final LocalHost local;

    Connectors(Map<String, String> environment) {
        local = new LocalHost(environment);
    }

    @Override
    public Connection open(Target target, TargetSecrets secrets) throws OperationFailedException {
        if (target.isLocal()) return local.mayLoad() ? InstalledServices.runtime() : Connection.of(remote(RemoteTarget.of(local.daemon(), Optional.empty())));
        Optional<String> token = secrets.token().isEmpty() ? Optional.empty() : Optional.of(secrets.token());
        RemoteTarget.Texts texts = new RemoteTarget.Texts(secrets.authorities(), secrets.certificate(), secrets.key());
        return Connection.of(remote(new RemoteTarget(address(target), token, Optional.empty(), Optional.empty(), texts)));
    }

    private static RemoteTrackerService remote(RemoteTarget target) throws OperationFailedException {
        return RemoteTrackerService.of(target, InstalledServices.only(PackageDocuments.class));
    }

    private static URI address(Target target) throws OperationFailedException {
        try {
            return Endpoints.parse(target.endpoint());
        } catch (IllegalArgumentException e) {
            throw new OperationFailedException(new Failure.Unavailable("target " + target.name(), e.getMessage(), "edit the target"), e);
        }
    }
}
