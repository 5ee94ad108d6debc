/**
 * Where trackers run: {@link org.eunomia.ide.core.targets.Target} names the local host or a daemon, {@link org.eunomia.ide.core.targets.TargetRegistry} keeps
 * those that the user knows and opens the one {@link org.eunomia.core.TrackerService} that everybody uses for each. Nothing here touches a user interface, and
 * nothing reaches the kernel or the network before somebody asks for a service.
 */
package org.eunomia.ide.core.targets;
