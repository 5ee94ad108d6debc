package org.eunomia.ide.core.project;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;
import org.eunomia.ide.core.preferences.Preference;

/**
 * What a build has to do.
 *
 * @param sources to be built
 * @param gone    sources that are not there any more
 */
record BuildPlan(Set<IFile> sources, List<IFile> gone) {
    private static final String SETTINGS = Preference.NODE + ".prefs";

    static BuildPlan everything(TrackerProject project) throws CoreException {
        return new BuildPlan(new LinkedHashSet<>(project.sources()), List.of());
    }

    static BuildPlan of(TrackerProject project, BuildState state, IResourceDelta delta, List<IResourceDelta> others) throws CoreException {
        List<IFile> changed = new ArrayList<>();
        List<IFile> gone = new ArrayList<>();
        collect(delta, changed, gone);
        for (IResourceDelta other : others) collect(other, changed, new ArrayList<>());
        if (changed.stream().anyMatch(f -> f.getName().equals(SETTINGS))) return new BuildPlan(new LinkedHashSet<>(project.sources()), gone);
        Set<IFile> sources = new LinkedHashSet<>();
        for (IFile source : project.sources()) {
            boolean outdated = changed.contains(source) || !state.knows(source) || changed.contains(project.packageOf(source))
                    || changed.stream().anyMatch(f -> !TrackerProject.isOutput(f) && !TrackerProject.isSource(f) && state.concerns(source, f))
                    || changed.stream().anyMatch(f -> TrackerProject.isSource(f) && !f.equals(source) && includes(state, source, f));
            if (outdated) sources.add(source);
        }
        return new BuildPlan(sources, gone);
    }

    /** A source may include another; that some other source failed says nothing. */
    private static boolean includes(BuildState state, IFile source, IFile other) {
        return state.knows(source) && state.uses(source, other);
    }

    private static void collect(IResourceDelta delta, List<IFile> changed, List<IFile> gone) throws CoreException {
        delta.accept(d -> {
            if (!(d.getResource() instanceof IFile file)) return true;
            boolean content = d.getKind() != IResourceDelta.CHANGED || (d.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED | IResourceDelta.TYPE)) != 0;
            if (content) changed.add(file);
            if (d.getKind() == IResourceDelta.REMOVED && TrackerProject.isSource(file)) gone.add(file);
            return false;
        }, IResource.NONE);
    }
}
