package org.eunomia.shell.internal;

import java.util.Hashtable;
import java.util.Optional;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.ServedTrackers;
import org.eunomia.core.TrackerService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Gives the commands to whatever Gogo consoles the framework has; in a daemon not before it runs, and then with its rules on packages and its memory for trackers. */
@Component(service = CommandsComponent.class, immediate = true)
public final class CommandsComponent {
    private final Optional<ServiceRegistration<TrackerCommands>> registration;

    @Activate
    public CommandsComponent(BundleContext context, @Reference TrackerService service, @Reference PackageDocuments documents,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) ServedTrackers served) {
        boolean daemon = ServedTrackers.isDaemon(context.getProperty(ServedTrackers.DAEMON_PROPERTY));
        registration = Optional.ofNullable(served).or(() -> daemon ? Optional.empty() : Optional.of(new ServedTrackers(service, documents))).map(s -> register(context, s));
    }

    private static ServiceRegistration<TrackerCommands> register(BundleContext context, ServedTrackers served) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("osgi.command.scope", TrackerCommands.SCOPE);
        properties.put("osgi.command.function", TrackerCommands.FUNCTIONS.toArray(String[]::new));
        return context.registerService(TrackerCommands.class, new TrackerCommands(served.trackers(), served.documents()), properties);
    }

    @Deactivate
    void stop() {
        registration.ifPresent(ServiceRegistration::unregister);
    }
}
