package org.eunomia.tests.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;

/** Starts the bundles that the product's configuration names, from the product's files, at its start levels. */
class FrameworkTest {
    private static final Pattern ENTRY = Pattern.compile("reference:file:([^@,]+)@(\\d+)(:start)?");
    private static final int START_LEVEL = 5;

    @RegisterExtension
    static final BareRoot ROOT = new BareRoot();

    private static Framework framework;

    @BeforeAll
    static void start(@TempDir Path storage) throws Exception {
        framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow().newFramework(Map.of(
                Constants.FRAMEWORK_STORAGE, storage.toString(), Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "1"));
        framework.init();
        List<Bundle> starting = new ArrayList<>();
        for (Matcher entry = ENTRY.matcher(bundles()); entry.find();) {
            Bundle bundle = framework.getBundleContext().installBundle("reference:" + ROOT.home().resolve("plugins").resolve(entry.group(1)).toUri());
            bundle.adapt(BundleStartLevel.class).setStartLevel(Integer.parseInt(entry.group(2)));
            if (entry.group(3) != null) {
                starting.add(bundle);
            }
        }
        framework.start();
        for (Bundle bundle : starting) {
            bundle.start();
        }
        CountDownLatch reached = new CountDownLatch(1);
        framework.adapt(FrameworkStartLevel.class).setStartLevel(START_LEVEL, event -> {
            if (event.getType() == FrameworkEvent.STARTLEVEL_CHANGED) {
                reached.countDown();
            }
        });
        reached.await(30, TimeUnit.SECONDS);
    }

    @AfterAll
    static void stop() throws Exception {
        framework.stop();
        framework.waitForStop(30_000);
    }

    @Test
    void everyBundleResolves() {
        framework.adapt(FrameworkWiring.class).resolveBundles(null);
        assertEquals(List.of(), Arrays.stream(framework.getBundleContext().getBundles()).filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .map(Bundle::getSymbolicName).toList());
    }

    @Test
    void trackersCanBeStarted() {
        assertNotNull(framework.getBundleContext().getServiceReference("org.eunomia.core.TrackerService"));
    }

    private static String bundles() throws Exception {
        Properties configuration = new Properties();
        try (InputStream in = Files.newInputStream(ROOT.home().resolve("configuration/config.ini"))) {
            configuration.load(in);
        }
        return configuration.getProperty("osgi.bundles");
    }
}
