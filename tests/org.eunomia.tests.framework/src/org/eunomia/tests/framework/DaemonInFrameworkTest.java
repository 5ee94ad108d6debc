package org.eunomia.tests.framework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eunomia.client.RemoteTarget;
import org.eunomia.client.RemoteTrackerService;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.SourceCompiler;
import org.eunomia.core.TrackerId;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** The framework of these tests is started with the properties that make a daemon of it: see the pom. */
class DaemonInFrameworkTest {
    private final BundleContext context = FrameworkUtil.getBundle(DaemonInFrameworkTest.class).getBundleContext();

    private RemoteTrackerService client() throws OperationFailedException {
        ServiceReference<PackageDocuments> documents = context.getServiceReference(PackageDocuments.class);
        assertNotNull(documents, "nothing reads packages");
        return RemoteTrackerService.of(RemoteTarget.of(URI.create("unix:" + System.getProperty("eunomia.daemon.unix")), Optional.empty()), context.getService(documents));
    }

    @Test
    void answersOverItsSocket() throws Exception {
        try (RemoteTrackerService client = client()) {
            assertEquals("admin", client.info().role());
            OperationFailedException none = assertThrows(OperationFailedException.class, () -> client.show(new TrackerId(77)));
            assertEquals("77", assertInstanceOf(Failure.NotFound.class, none.failure()).id());
        }
    }

    @Test
    void hasAShellForItsAdmin() throws Exception {
        try (RemoteTrackerService client = client()) {
            assertEquals("", client.shell("eunomia:list").output().strip());
            assertTrue(client.shell("eunomia:show nosuch").failed());
        }
    }

    /** What a Gogo console of the framework finds, be that the daemon's own or another's. */
    @Test
    void consolesTakeOnlySignedPackagesEither() throws Exception {
        ServiceReference<?>[] found = context.getAllServiceReferences(null, "(osgi.command.scope=eunomia)");
        assertEquals(1, found.length);
        Object commands = context.getService(found[0]);
        String sample = Path.of(System.getProperty("eunomia.checkout"), "bundles/org.eunomia.rest/src-test/org/eunomia/rest/sample.json").toString();
        InvocationTargetException refused = assertThrows(InvocationTargetException.class, () -> commands.getClass().getMethod("verify", String.class).invoke(commands, sample));
        assertInstanceOf(Failure.PolicyRefused.class, assertInstanceOf(OperationFailedException.class, refused.getCause()).failure());
    }

    @Test
    void compilesForThoseWhoHaveNoCompiler() throws Exception {
        try (RemoteTrackerService client = client()) {
            OperationFailedException refused = assertThrows(OperationFailedException.class, () -> client.compile(SourceCompiler.Source.of("x.bpf.c", "int x = y;")));
            assertEquals(1, assertInstanceOf(Failure.CompileFailed.class, refused.failure()).diagnostics().getFirst().line());
        }
    }
}
