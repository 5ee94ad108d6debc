package org.eunomia.tests.kernel.kit;

import java.util.ServiceLoader;
import org.eunomia.kernel.FeatureProbe;
import org.eunomia.kernel.ObjectLoader;

/** The running kernel behind its ports. */
public final class Kernel {
    private static final String SHIM = "eunomia.shim";

    private Kernel() { }

    public static ObjectLoader loader() {
        return service(ObjectLoader.class);
    }

    public static FeatureProbe probe() {
        return service(FeatureProbe.class);
    }

    private static <T> T service(Class<T> port) {
        if (System.getProperty(SHIM) == null) System.setProperty(SHIM, Checkout.file("native/target/libeunomia_bpf.so").toString());
        return ServiceLoader.load(port).findFirst().orElseThrow();
    }
}
