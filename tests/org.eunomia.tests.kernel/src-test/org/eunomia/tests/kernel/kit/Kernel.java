package org.eunomia.tests.kernel.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.eunomia.kernel.FeatureProbe;
import org.eunomia.kernel.ObjectLoader;

/** The running kernel behind its ports. */
public final class Kernel {
    private static final String SHIM = "eunomia.shim";
    private static final String INCLUDE = "eunomia.include";

    private Kernel() { }

    public static ObjectLoader loader() {
        return service(ObjectLoader.class);
    }

    public static FeatureProbe probe() {
        return service(FeatureProbe.class);
    }

    /** Starts another JVM with the same classes, shim and headers, which runs {@code main}. */
    public static List<String> javaCommand(Class<?> main) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED", "-D" + SHIM + "=" + shim(), "-D" + INCLUDE + "=" + include(), "-cp", System.getProperty("java.class.path"), main.getName());
    }

    private static String shim() {
        return System.getProperty(SHIM, Checkout.file("native/target/libeunomia_bpf.so").toString());
    }

    private static String include() {
        return System.getProperty(INCLUDE, Checkout.file("native/target/include") + ":" + Checkout.file("bpf-scaffold/include"));
    }

    private static <T> T service(Class<T> port) {
        System.setProperty(SHIM, shim());
        return ServiceLoader.load(port).findFirst().orElseThrow();
    }
}
