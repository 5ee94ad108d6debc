/** Everything around the server that makes it a daemon: settings, who may call, persistent trackers, log lines, readiness, and an orderly end. */
package org.eunomia.daemon.internal;
