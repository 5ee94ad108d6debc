package org.eunomia.tests.kernel.examples;

import java.util.Map;
import java.util.ServiceLoader;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;
import org.eunomia.core.spec.Package;
import org.eunomia.tests.kernel.kit.ResidueCheck;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A runtime for one test, closed afterwards with all that runs in it; leaves nothing in the kernel. */
final class Trackers implements BeforeEachCallback, AfterEachCallback {
    private final ResidueCheck residue = new ResidueCheck();
    private TrackerService service;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        residue.beforeEach(context);
        service = ServiceLoader.load(TrackerServiceFactory.class).findFirst().orElseThrow().open();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        service.close();
        residue.afterEach(context);
    }

    Watched start(String example, Map<String, String> params) throws OperationFailedException {
        return start(Scaffold.pack(example), params);
    }

    Watched start(Package pack, Map<String, String> params) throws OperationFailedException {
        return new Watched(service, pack, service.start(new StartSpec(pack, "", params, Map.of())));
    }
}
