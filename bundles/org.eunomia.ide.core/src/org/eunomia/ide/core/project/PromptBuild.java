package org.eunomia.ide.core.project;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eunomia.ide.core.preferences.Preference;

/**
 * Builds at once what was saved. The platform builds by itself too, but not sooner than a second after the build before, which is what somebody notices who
 * corrects one error after the other; it then finds nothing left to do.
 */
final class PromptBuild implements IResourceChangeListener, IEclipsePreferences.IPreferenceChangeListener {
    private static final PromptBuild SHARED = new PromptBuild();

    /** What decides on packages and markers. */
    private static final Set<String> SETTINGS = Stream.of(Preference.CLANG, Preference.CLANG_FLAGS, Preference.INCLUDE_PATHS, Preference.VERIFY_ON_SAVE, Preference.VERIFY_TARGET)
            .map(Preference::key).collect(Collectors.toUnmodifiableSet());
    /** Pages set several at once. */
    private static final long SETTLE_MILLIS = 100;

    private final Map<IProject, Job> jobs = new ConcurrentHashMap<>();
    private final Job all = job("Building trackers", PromptBuild::buildAll);

    private PromptBuild() { }

    /** Adding it again changes nothing. */
    static void install() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(SHARED, IResourceChangeEvent.POST_CHANGE);
        InstanceScope.INSTANCE.getNode(Preference.NODE).addPreferenceChangeListener(SHARED);
    }

    /** A project's own settings are a file in it, which is seen as such. */
    @Override
    public void preferenceChange(IEclipsePreferences.PreferenceChangeEvent event) {
        if (ResourcesPlugin.getWorkspace().isAutoBuilding() && SETTINGS.contains(event.getKey())) all.schedule(SETTLE_MILLIS);
    }

    private static void buildAll(IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor);
        for (IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            if (TrackerProject.is(project)) project.build(IncrementalProjectBuilder.FULL_BUILD, TrackerBuilder.ID, null, progress.newChild(1));
        }
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        if (!ResourcesPlugin.getWorkspace().isAutoBuilding() || event.getDelta() == null) return;
        Set<IProject> changed = new HashSet<>();
        try {
            event.getDelta().accept(d -> {
                if (d.getResource() instanceof IFile file && isSaved(d, file)) changed.add(file.getProject());
                return changed.isEmpty() || d.getResource().getProject() == null || !changed.contains(d.getResource().getProject());
            });
        } catch (CoreException e) {
            ILog.of(PromptBuild.class).log(e.getStatus());
        }
        jobs.keySet().removeIf(p -> !p.exists());
        changed.stream().filter(TrackerProject::is).forEach(p -> jobs.computeIfAbsent(p, PromptBuild::job).schedule());
    }

    /** New and removed files come with operations of the platform, which builds after them. */
    private static boolean isSaved(IResourceDelta delta, IFile file) {
        return delta.getKind() == IResourceDelta.CHANGED && (delta.getFlags() & IResourceDelta.CONTENT) != 0 && !TrackerProject.isOutput(file);
    }

    private static Job job(IProject project) {
        return job("Building " + project.getName(), monitor -> {
            if (TrackerProject.is(project)) project.build(IncrementalProjectBuilder.INCREMENTAL_BUILD, TrackerBuilder.ID, null, monitor);
        });
    }

    private static Job job(String name, ICoreRunnable build) {
        Job job = Job.create(name, build);
        job.setPriority(Job.SHORT);
        job.setRule(ResourcesPlugin.getWorkspace().getRuleFactory().buildRule());
        return job;
    }
}
