/**
 * Runs trackers in this process. {@link org.eunomia.engine.internal.Engine} is the service; a {@link org.eunomia.engine.internal.Tracker} lives from
 * start to stop and has one {@link org.eunomia.engine.internal.Generation} in the kernel, or two while its package is replaced. Its
 * {@link org.eunomia.engine.internal.RecordPump} is the only thread that reads buffers and puts what it finds into the
 * {@link org.eunomia.engine.internal.EventBuffer}, which readers look into without locks.
 */
package org.eunomia.engine.internal;
