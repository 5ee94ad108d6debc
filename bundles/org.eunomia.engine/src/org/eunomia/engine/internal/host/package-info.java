/** What the host's kernel and its settings let trackers do. Reads {@code /proc} and {@code /sys}, asks the feature probe, and changes nothing. */
package org.eunomia.engine.internal.host;
