/**
 * What the user has set: {@link org.eunomia.ide.core.preferences.Preference} names the keys, and {@link org.eunomia.ide.core.preferences.BuildPreferences},
 * {@link org.eunomia.ide.core.preferences.FormatPreferences} and {@link org.eunomia.ide.core.preferences.EventPreferences} are what they come to. All are in
 * the node {@code org.eunomia.ide.core}, of a project first where that may have its own, then of the workspace.
 */
package org.eunomia.ide.core.preferences;
