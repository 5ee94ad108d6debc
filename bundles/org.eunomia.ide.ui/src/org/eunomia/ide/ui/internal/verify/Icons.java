package org.eunomia.ide.ui.internal.verify;

import java.net.URL;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;

/** Images of this package. */
final class Icons {
    static final ImageDescriptor VERIFY = of("verify");
    static final ImageDescriptor WAY = of("verify-way");
    static final ImageDescriptor FAILING = of("verify-failing");
    static final ImageDescriptor ACCEPTED = of("verify-accepted");
    static final ImageDescriptor REFUSED = of("verify-refused");
    static final ImageDescriptor UNKNOWN = of("verify-unknown");

    private Icons() { }

    private static ImageDescriptor of(String name) {
        return ResourceLocator.imageDescriptorFromBundle("org.eunomia.ide.ui", "icons/" + name + ".svg").orElseGet(() -> ImageDescriptor.createFromURL((URL) null));
    }

    /** Lives as long as {@code owner}. */
    static Image image(Control owner, ImageDescriptor descriptor) {
        return new LocalResourceManager(JFaceResources.getResources(), owner).create(descriptor);
    }
}
