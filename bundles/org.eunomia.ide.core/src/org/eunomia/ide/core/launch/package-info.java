/**
 * Running trackers out of the IDE: {@link org.eunomia.ide.core.launch.TrackerLaunch} names what a launch configuration holds,
 * {@link org.eunomia.ide.core.launch.TrackerSource} makes a package of a project, a source or a file, {@link org.eunomia.ide.core.launch.ParamField} says how a param is
 * asked for, and {@link org.eunomia.ide.core.launch.TrackerLaunchDelegate} starts, or replaces what it has started before.
 */
package org.eunomia.ide.core.launch;
