package org.eunomia.daemon.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.CommandShell;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.ServedTrackers;
import org.eunomia.core.SourceCompiler;
import org.eunomia.core.TrackerService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/**
 * A daemon in a framework, as soon as its services are there, provided that the framework was started with the property {@code eunomia.daemon}: {@code true}, or the path of a
 * configuration file. Further settings come from properties {@code eunomia.daemon.NAME} and from the environment.
 */
@Component(service = DaemonComponent.class, immediate = true)
public final class DaemonComponent {
    private static final String PROPERTY = ServedTrackers.DAEMON_PROPERTY;
    private final RunningDaemon daemon;
    private final ServiceRegistration<ServedTrackers> served;
    /** Nobody stops a framework whose process is told to end. */
    private final Thread atExit = new Thread(this::close, "eunomia-stop");

    @Activate
    public DaemonComponent(BundleContext context, @Reference TrackerService service, @Reference PackageDocuments documents,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) CommandShell shell, @Reference(cardinality = ReferenceCardinality.OPTIONAL) SourceCompiler compiler) throws OperationFailedException {
        String wanted = context.getProperty(PROPERTY);
        daemon = !ServedTrackers.isDaemon(wanted) ? null : start(context, wanted, service, documents, Optional.ofNullable(shell), Optional.ofNullable(compiler));
        served = daemon == null ? null : context.registerService(ServedTrackers.class, daemon.served(), null);
        if (daemon != null) Runtime.getRuntime().addShutdownHook(atExit);
    }

    private static RunningDaemon start(BundleContext context, String wanted, TrackerService service, PackageDocuments documents, Optional<CommandShell> shell,
            Optional<SourceCompiler> compiler) throws OperationFailedException {
        Map<String, String> given = new HashMap<>();
        if (!wanted.equals("true")) given.put(Keys.CONFIG, wanted);
        for (String name : Keys.names()) {
            String value = context.getProperty(PROPERTY + "." + name);
            if (value != null) given.put(name, value);
        }
        DaemonConfig config = DaemonConfig.of(Settings.of(given, System.getenv()), System.getenv());
        LogLines log = new LogLines(System.err::println, config.jsonLog());
        LibraryLog.to(log);
        return RunningDaemon.start(config, service, documents, shell, compiler, log);
    }

    @Deactivate
    void stop() {
        if (served != null) served.unregister();
        close();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending, and that is why.
        }
    }

    private void close() {
        if (daemon != null) daemon.close();
    }
}
