package org.eunomia.tests.vm;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The kernel tests as JUnit finds them, whatever ran.
 *
 * @param everywhere for this machine's kernel and the guest's
 * @param guestOnly  tagged {@code vm}: what they attach to is not in every kernel
 * @param hostOnly   tagged {@code host}: an emulated machine is too slow for what they do
 */
record KernelTests(SortedSet<TestMethod> everywhere, SortedSet<TestMethod> guestOnly, SortedSet<TestMethod> hostOnly) {
    static final String HOST_ONLY = "host";
    static final String GUEST_ONLY = "vm";

    static KernelTests find(Path classes) {
        TestPlan plan = LauncherFactory.create().discover(LauncherDiscoveryRequestBuilder.request().selectors(selectClasspathRoots(Set.of(classes))).build());
        KernelTests tests = new KernelTests(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        plan.getRoots().forEach(root -> plan.getDescendants(root).forEach(tests::add));
        return tests;
    }

    private void add(TestIdentifier test) {
        test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast).ifPresent(source ->
                setOf(test).add(new TestMethod(source.getClassName(), source.getMethodName())));
    }

    private SortedSet<TestMethod> setOf(TestIdentifier test) {
        boolean guest = test.getTags().contains(TestTag.create(GUEST_ONLY));
        boolean host = test.getTags().contains(TestTag.create(HOST_ONLY));
        if (guest && host) {
            throw new AssertionError(test.getUniqueId() + " can run nowhere");
        }
        return guest ? guestOnly : host ? hostOnly : everywhere;
    }
}
