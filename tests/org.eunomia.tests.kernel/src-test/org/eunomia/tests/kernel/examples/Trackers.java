package org.eunomia.tests.kernel.examples;

import java.util.Map;
import java.util.ServiceLoader;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;
import org.eunomia.core.spec.Package;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A runtime for one test, closed afterwards with all that runs in it. */
final class Trackers implements BeforeEachCallback, AfterEachCallback {
    private TrackerService service;

    @Override
    public void beforeEach(ExtensionContext context) throws OperationFailedException {
        service = ServiceLoader.load(TrackerServiceFactory.class).findFirst().orElseThrow().open();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        service.close();
    }

    Watched start(String example, Map<String, String> params) throws OperationFailedException {
        return start(Scaffold.pack(example), params);
    }

    Watched start(Package pack, Map<String, String> params) throws OperationFailedException {
        return new Watched(service, pack, service.start(new StartSpec(pack, "", params, Map.of())));
    }
}
