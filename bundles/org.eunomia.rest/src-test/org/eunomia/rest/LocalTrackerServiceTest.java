package org.eunomia.rest;

import org.eunomia.core.TrackerService;

class LocalTrackerServiceTest extends TrackerServiceContract {
    LocalTrackerServiceTest() {
        super(new Daemon());
    }

    @Override
    TrackerService service() {
        return daemon.service;
    }
}
