/**
 * Trackers of another process: {@link org.eunomia.client.RemoteTrackerService} speaks to a daemon over HTTP or its unix socket and fails as the engine there
 * did; {@link org.eunomia.client.RemoteTarget} says where the daemon is and who calls.
 */
package org.eunomia.client;
