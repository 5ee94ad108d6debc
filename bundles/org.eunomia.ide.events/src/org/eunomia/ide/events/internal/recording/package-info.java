/** Files of events: written while events come, read as another source of events. */
package org.eunomia.ide.events.internal.recording;
