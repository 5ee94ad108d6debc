/** The view of targets and their trackers, and what can be done to them from there. */
package org.eunomia.ide.ui.internal.targets;
