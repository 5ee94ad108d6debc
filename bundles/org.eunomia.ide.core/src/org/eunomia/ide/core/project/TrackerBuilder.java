package org.eunomia.ide.core.project;

import java.util.Map;
import java.util.Set;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.project.Compilations.Outcome;
import org.eunomia.ide.core.verify.Verifications;

/**
 * Builds the sources of a project into packages: those that changed, those that include what changed, and those whose package is not there. A source that
 * does not compile has no package and does not keep others from being built.
 */
public final class TrackerBuilder extends IncrementalProjectBuilder {
    public static final String ID = "org.eunomia.ide.core.builder";

    private BuildState state;

    @Override
    protected void startupOnInitialize() {
        PromptBuild.install();
    }

    @Override
    protected IProject[] build(int kind, Map<String, String> args, IProgressMonitor monitor) throws CoreException {
        TrackerProject project = TrackerProject.of(getProject());
        IPath stateFile = getProject().getWorkingLocation("org.eunomia.ide.core").append("build-state");
        if (state == null) state = BuildState.read(stateFile.toPath());
        IResourceDelta delta = kind == FULL_BUILD || state.isEmpty() ? null : getDelta(getProject());
        BuildPlan plan = delta == null ? BuildPlan.everything(project) : BuildPlan.of(project, state, delta, others());
        for (IFile gone : plan.gone()) forget(project, gone);
        Outputs.removeStale(project);
        try {
            build(project, plan.sources(), SubMonitor.convert(monitor, "Building " + getProject().getName(), Math.max(1, plan.sources().size())));
        } finally {
            state.write(stateFile.toPath());
        }
        Set<IProject> interesting = state.otherProjects(getProject());
        return interesting.toArray(IProject[]::new);
    }

    /** Changes in projects that have headers of ours. */
    private java.util.List<IResourceDelta> others() {
        return state.otherProjects(getProject()).stream().map(this::getDelta).filter(java.util.Objects::nonNull).toList();
    }

    private void build(TrackerProject project, Set<IFile> sources, SubMonitor progress) throws CoreException {
        if (sources.isEmpty()) return;
        getProject().deleteMarkers(TrackerMarkers.COMPILER, true, IResource.DEPTH_ZERO);
        try (Compilations compilations = Compilations.start(project, sources)) {
            while (compilations.hasNext()) {
                Outcome outcome = compilations.next(progress);
                progress.subTask(outcome.source().getName());
                apply(project, outcome);
                progress.worked(1);
            }
        } catch (OperationFailedException e) {
            // Without a compiler nothing can be said of any source.
            CompilerMarkers.ofProject(getProject(), e.failure());
            sources.forEach(state::failed);
        }
    }

    private void apply(TrackerProject project, Outcome outcome) throws CoreException {
        IFile source = outcome.source();
        TrackerMarkers.remove(TrackerMarkers.COMPILER, source);
        switch (outcome) {
            case Outcome.Built built -> {
                state.built(source, built.result().dependencies());
                CompilerMarkers.of(source, built.result());
                Outputs.write(project, source, built.result().pack());
                Verifications.shared().built(source, built.result().pack());
            }
            case Outcome.Failed failed -> {
                state.failed(source);
                CompilerMarkers.of(source, failed.failure());
                Outputs.remove(project, source);
            }
        }
    }

    private void forget(TrackerProject project, IFile source) throws CoreException {
        state.forget(source);
        BuiltPackages.forget(source);
        Verifications.shared().forget(source);
        Outputs.remove(project, source);
        TrackerMarkers.remove(TrackerMarkers.COMPILER, source);
    }

    @Override
    protected void clean(IProgressMonitor monitor) throws CoreException {
        state = new BuildState();
        getProject().deleteMarkers(TrackerMarkers.COMPILER, true, IResource.DEPTH_INFINITE);
        getProject().deleteMarkers(TrackerMarkers.VERIFIER, true, IResource.DEPTH_INFINITE);
        Outputs.removeAll(TrackerProject.of(getProject()));
    }
}
