/** Watching a tracker: {@link org.eunomia.cli.internal.run.Watch} reads, a {@link org.eunomia.cli.internal.run.Presenter} writes. */
package org.eunomia.cli.internal.run;
