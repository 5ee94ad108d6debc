/** Pages on which the user sets what {@code org.eunomia.ide.core.preferences} names, for the workspace or for a project. */
package org.eunomia.ide.ui.internal.preferences;
