package org.eunomia.ide.ui.internal.wizards;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** Pictures of the bundle, kept for as long as the display. */
final class Icons {
    private static final String BUNDLE = "org.eunomia.ide.ui";

    private Icons() { }

    /** @param name below {@code icons}, without {@code .svg}; a template of somebody's own gets the picture of the empty one */
    static ImageDescriptor descriptor(String name) {
        return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg")
                .orElseGet(() -> ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/templates/empty.svg").orElseThrow());
    }

    static Image image(String name) {
        ImageRegistry registry = JFaceResources.getImageRegistry();
        String key = BUNDLE + "/" + name;
        if (registry.get(key) == null) registry.put(key, descriptor(name));
        return registry.get(key);
    }
}
