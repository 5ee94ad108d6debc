package org.eunomia.tests.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

class BundlesTest {
    private static Stream<Bundle> bundles() {
        return Arrays.stream(FrameworkUtil.getBundle(BundlesTest.class).getBundleContext().getBundles());
    }

    @Test
    void runtimeIsInstalled() {
        List<String> ours = bundles().map(Bundle::getSymbolicName).filter(name -> name.startsWith("org.eunomia.")).toList();
        assertFalse(ours.size() < 9, () -> "installed: " + ours);
    }

    @Test
    void everyBundleStarts() {
        List<String> idle = bundles()
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null)
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE && bundle.getState() != Bundle.STARTING)
                .map(bundle -> bundle.getSymbolicName() + " in state " + bundle.getState())
                .toList();
        assertEquals(List.of(), idle);
    }

    @Test
    void everyFragmentIsAttached() {
        List<String> loose = bundles()
                .filter(bundle -> bundle.getHeaders().get(Constants.FRAGMENT_HOST) != null)
                .filter(bundle -> bundle.getState() != Bundle.RESOLVED)
                .map(Bundle::getSymbolicName)
                .toList();
        assertEquals(List.of(), loose);
    }
}
