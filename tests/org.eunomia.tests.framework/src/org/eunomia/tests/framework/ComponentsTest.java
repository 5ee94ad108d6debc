package org.eunomia.tests.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** All services that the bundles declare can be had: a missing one would show only when somebody asks for it. */
class ComponentsTest {
    private final BundleContext context = FrameworkUtil.getBundle(ComponentsTest.class).getBundleContext();
    private final ServiceComponentRuntime components = componentRuntime();

    private ServiceComponentRuntime componentRuntime() {
        ServiceReference<ServiceComponentRuntime> reference = context.getServiceReference(ServiceComponentRuntime.class);
        assertNotNull(reference, "felix.scr is not running");
        return context.getService(reference);
    }

    @Test
    void everyComponentIsSatisfied() {
        List<String> problems = components.getComponentDescriptionDTOs().stream().flatMap(this::problems).sorted().toList();
        assertEquals(List.of(), problems);
    }

    @Test
    void everyDeclaredComponentIsKnown() {
        long declared = Arrays.stream(context.getBundles())
                .map(bundle -> bundle.getHeaders().get("Service-Component"))
                .filter(header -> header != null && !header.isBlank())
                .mapToLong(header -> header.split(",").length)
                .sum();
        assertEquals(declared, components.getComponentDescriptionDTOs().size());
    }

    private Stream<String> problems(ComponentDescriptionDTO component) {
        Collection<ComponentConfigurationDTO> configurations = components.getComponentConfigurationDTOs(component);
        if (configurations.isEmpty()) {
            return Stream.of(component.name + ": no configuration");
        }
        return configurations.stream()
                .filter(configuration -> (configuration.state & (ComponentConfigurationDTO.SATISFIED | ComponentConfigurationDTO.ACTIVE)) == 0)
                .map(configuration -> component.name + ": unsatisfied " + unsatisfied(configuration));
    }

    private static String unsatisfied(ComponentConfigurationDTO configuration) {
        return Arrays.stream(configuration.unsatisfiedReferences)
                .map((UnsatisfiedReferenceDTO reference) -> reference.name + (reference.target == null ? "" : reference.target))
                .collect(Collectors.joining(", "));
    }
}
