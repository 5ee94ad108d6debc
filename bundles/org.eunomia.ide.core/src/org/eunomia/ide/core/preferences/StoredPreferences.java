package org.eunomia.ide.core.preferences;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IScopeContext;
import org.eclipse.core.runtime.preferences.InstanceScope;

/** Preferences of the platform: of a project first where it may have its own, then of the workspace. */
public final class StoredPreferences implements PreferenceValues {
    private final IProject project;

    private StoredPreferences(IProject project) {
        this.project = project;
    }

    public static StoredPreferences of(IProject project) {
        return new StoredPreferences(project);
    }

    public static StoredPreferences ofWorkspace() {
        return new StoredPreferences(null);
    }

    @Override
    public String get(Preference preference) {
        String ofProject = project != null && preference.isOfProjects() && project.isAccessible() ? node(new ProjectScope(project)).get(preference.key(), null) : null;
        return ofProject != null ? ofProject : node(InstanceScope.INSTANCE).get(preference.key(), preference.usual());
    }

    private static IEclipsePreferences node(IScopeContext scope) {
        return scope.getNode(Preference.NODE);
    }
}
