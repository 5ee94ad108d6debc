/**
 * Trackers that the user watches: {@link org.eunomia.ide.core.sessions.TrackerSessions} is where launches and the targets view put a
 * {@link org.eunomia.ide.core.sessions.TrackerSession}, and what the views of events, charts and maps show. A session says what is watched; it owns nothing of the
 * tracker, which goes on when nobody looks.
 */
package org.eunomia.ide.core.sessions;
