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
 */
record KernelTests(SortedSet<TestMethod> everywhere, SortedSet<TestMethod> guestOnly) {
    private static final TestTag GUEST_ONLY = TestTag.create("vm");

    static KernelTests find(Path classes) {
        TestPlan plan = LauncherFactory.create().discover(LauncherDiscoveryRequestBuilder.request().selectors(selectClasspathRoots(Set.of(classes))).build());
        KernelTests tests = new KernelTests(new TreeSet<>(), new TreeSet<>());
        plan.getRoots().forEach(root -> plan.getDescendants(root).forEach(tests::add));
        return tests;
    }

    private void add(TestIdentifier test) {
        test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast).ifPresent(source ->
                (test.getTags().contains(GUEST_ONLY) ? guestOnly : everywhere).add(new TestMethod(source.getClassName(), source.getMethodName())));
    }
}
