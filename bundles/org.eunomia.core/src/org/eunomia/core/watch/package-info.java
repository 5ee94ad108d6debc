/**
 * Shows as lines what a running tracker yields: {@link org.eunomia.core.watch.Watch} reads events and maps and writes them in a
 * {@link org.eunomia.core.watch.WatchOptions.Format} to a {@link org.eunomia.core.watch.Viewer}, be that a terminal or a console of the IDE. It neither starts
 * trackers nor knows where they run.
 * {@link org.eunomia.core.watch.OutputMap} is a map as it is shown there.
 */
package org.eunomia.core.watch;
