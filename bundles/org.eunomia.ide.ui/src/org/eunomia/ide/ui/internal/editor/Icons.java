package org.eunomia.ide.ui.internal.editor;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;

/** Images of {@code icons/}, by name without ending. Whoever makes this disposes of it. */
final class Icons {
    private static final String BUNDLE = "org.eunomia.ide.ui";

    private final LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources());

    Image get(String name) {
        return images.get(ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + name + ".svg").orElseThrow());
    }

    void dispose() {
        images.dispose();
    }
}
