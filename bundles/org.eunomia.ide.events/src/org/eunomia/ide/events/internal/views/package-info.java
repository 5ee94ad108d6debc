/**
 * What views of trackers share: {@link org.eunomia.ide.events.internal.views.SessionView} lets the user choose among the trackers that are watched and follows what
 * others reveal; {@link org.eunomia.ide.events.internal.views.Pulse} works in a job and shows the result, again and again while the view is to be seen.
 */
package org.eunomia.ide.events.internal.views;
