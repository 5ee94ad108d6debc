/**
 * The words of Eunomia as Java types, without any input or output of its own: what runs ({@link org.eunomia.core.TrackerService} and the
 * records around it), what comes out ({@link org.eunomia.core.Event}) and what can go wrong ({@link org.eunomia.core.Failure}).
 *
 * <p>{@link org.eunomia.core.TrackerService} is the one door to a runtime, local or remote: command line, shell, REST and IDE know
 * nothing else of it. Everything here is immutable unless it says that it owns a resource. Nothing here may depend on anything but the JDK.
 */
package org.eunomia.core;
