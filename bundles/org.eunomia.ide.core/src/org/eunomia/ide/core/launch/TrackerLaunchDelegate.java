package org.eunomia.ide.core.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.LaunchConfigurationDelegate;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.UpdateReport;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.sessions.TrackerSessions;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;

/**
 * Starts a tracker on all targets of its configuration, at the same time. Where one of an earlier launch of the same configuration still runs it is replaced by a hot
 * update. A target that fails keeps none of the others from running.
 */
public class TrackerLaunchDelegate extends LaunchConfigurationDelegate {
    private static final long LOOKING_MILLIS = 100;

    /** One target's outcome. */
    private record Done(TrackerProcess process, Optional<UpdateReport> update) { }

    /** The launch that still runs, so that what is launched again becomes part of it. */
    @Override
    public ILaunch getLaunch(ILaunchConfiguration configuration, String mode) throws CoreException {
        for (ILaunch launch : DebugPlugin.getDefault().getLaunchManager().getLaunches()) {
            if (launch.getLaunchMode().equals(mode) && isOf(configuration, launch.getLaunchConfiguration()) && running(launch).findAny().isPresent()) return launch;
        }
        return super.getLaunch(configuration, mode);
    }

    private static boolean isOf(ILaunchConfiguration wanted, ILaunchConfiguration launched) {
        return launched != null && original(wanted).equals(original(launched));
    }

    private static ILaunchConfiguration original(ILaunchConfiguration configuration) {
        return configuration instanceof ILaunchConfigurationWorkingCopy copy && copy.getOriginal() != null ? copy.getOriginal() : configuration;
    }

    private static java.util.stream.Stream<TrackerProcess> running(ILaunch launch) {
        return List.<IProcess>of(launch.getProcesses()).stream().filter(p -> p instanceof TrackerProcess t && !t.isTerminated()).map(TrackerProcess.class::cast);
    }

    /** Says whose editors are to be saved before. */
    @Override
    protected IProject[] getBuildOrder(ILaunchConfiguration configuration, String mode) throws CoreException {
        return TrackerSource.resource(TrackerLaunch.read(configuration).source()).map(r -> new IProject[] {r.getProject()}).orElse(new IProject[0]);
    }

    /** Building is part of the launch, which knows what of it is needed. */
    @Override
    public boolean buildForLaunch(ILaunchConfiguration configuration, String mode, IProgressMonitor monitor) {
        return false;
    }

    @Override
    public final void launch(ILaunchConfiguration configuration, String mode, ILaunch launch, IProgressMonitor monitor) throws CoreException {
        TrackerLaunch spec = TrackerLaunch.read(configuration);
        SubMonitor progress = SubMonitor.convert(monitor, "Running " + TrackerSource.name(spec.source()), 10);
        List<Target> targets = targets(spec);
        try {
            spec.time();
            progress.subTask("building");
            Package pack = TrackerSource.open(spec.source(), progress.split(4));
            StartSpec start = new StartSpec(pack, pack.name().isEmpty() ? TrackerSource.name(spec.source()) : "", spec.params(), Map.of());
            progress.subTask("starting");
            launch(launch, spec, start, targets, progress);
        } catch (OperationFailedException e) {
            throw Failures.core(e);
        } catch (IllegalArgumentException e) {
            throw Failures.core(e.getMessage());
        }
    }

    private static List<Target> targets(TrackerLaunch spec) throws CoreException {
        List<Target> targets = new ArrayList<>();
        for (String id : spec.targets()) targets.add(TargetRegistry.shared().find(id).orElseThrow(() -> Failures.core("a target of this configuration is not there any more: choose others")));
        if (targets.isEmpty()) throw Failures.core("no target is chosen");
        return targets;
    }

    private void launch(ILaunch launch, TrackerLaunch spec, StartSpec start, List<Target> targets, IProgressMonitor monitor) throws CoreException {
        List<Done> done = new ArrayList<>();
        List<IStatus> failures = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(targets.size(), Thread.ofPlatform().daemon().name("eunomia-start-", 0).factory());
        try {
            List<Future<Done>> futures = new ArrayList<>();
            for (Target target : targets) futures.add(threads.submit(runOrReplace(launch, spec, start, target)));
            for (int i = 0; i < targets.size(); i++) {
                try {
                    done.add(await(futures.get(i), monitor));
                } catch (CoreException e) {
                    failures.add(targets.size() == 1 ? e.getStatus() : named(targets.get(i), e.getStatus()));
                }
            }
        } finally {
            threads.shutdownNow();
        }
        if (!done.isEmpty()) {
            launched(done.stream().map(d -> d.process.session()).toList());
            done.forEach(d -> d.update.ifPresent(report -> replaced(d.process.session(), report)));
        }
        if (failures.size() == 1) throw new CoreException(failures.getFirst());
        if (!failures.isEmpty()) throw new CoreException(new MultiStatus("org.eunomia.ide.core", IStatus.ERROR, failures.toArray(IStatus[]::new), "It does not run on " + failures.size() + " of " + targets.size() + " targets", null));
    }

    private static IStatus named(Target target, IStatus status) {
        MultiStatus named = new MultiStatus(status.getPlugin(), status.getCode(), target.name() + ": " + status.getMessage(), status.getException());
        for (IStatus child : status.getChildren()) named.add(child);
        return named;
    }

    private static Callable<Done> runOrReplace(ILaunch launch, TrackerLaunch spec, StartSpec start, Target target) {
        return () -> {
            Optional<TrackerProcess> running = running(launch).filter(p -> p.target().equals(target)).findFirst();
            if (running.isEmpty()) return new Done(TrackerProcess.start(launch, target, start, spec), Optional.empty());
            return new Done(running.get(), Optional.of(running.get().update(start, spec)));
        };
    }

    private static <T> T await(Future<T> future, IProgressMonitor monitor) throws CoreException {
        while (true) {
            try {
                return future.get(LOOKING_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (monitor.isCanceled()) future.cancel(true);
            } catch (CancellationException | InterruptedException e) {
                throw new OperationCanceledException();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof OperationFailedException o ? Failures.core(o) : Failures.core(String.valueOf(e.getCause()));
            }
        }
    }

    /** Shows what runs now. Called in the thread that launches. */
    protected void launched(List<TrackerSession> sessions) {
        TrackerSessions.shared().reveal(sessions);
    }

    /** Tells what a replacement cost. Called in the thread that launches. */
    protected void replaced(TrackerSession session, UpdateReport report) { }
}
