package org.eunomia.shell.internal;

import java.util.Hashtable;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.TrackerService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Gives the commands to whatever Gogo consoles the framework has. */
@Component(service = CommandsComponent.class, immediate = true)
public final class CommandsComponent {
    private final ServiceRegistration<TrackerCommands> registration;

    @Activate
    public CommandsComponent(BundleContext context, @Reference TrackerService service, @Reference PackageDocuments documents) {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put("osgi.command.scope", TrackerCommands.SCOPE);
        properties.put("osgi.command.function", TrackerCommands.FUNCTIONS.toArray(String[]::new));
        registration = context.registerService(TrackerCommands.class, new TrackerCommands(service, documents), properties);
    }

    @Deactivate
    void stop() {
        registration.unregister();
    }
}
