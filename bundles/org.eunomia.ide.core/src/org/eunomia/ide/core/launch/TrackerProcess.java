package org.eunomia.ide.core.launch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.PlatformObject;
import org.eclipse.debug.core.DebugEvent;
import org.eclipse.debug.core.DebugException;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.model.IProcess;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.UpdateReport;
import org.eunomia.ide.core.internal.launch.TrackerRun;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.sessions.TrackerSessions;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;

/** A tracker that a launch has started, as a process with a console. Terminating it stops the tracker. */
public final class TrackerProcess extends PlatformObject implements IProcess {
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private final ILaunch launch;
    private final Target target;
    private final TrackerService service;
    private final TrackerSession session;
    private final TrackerRun run;
    private final Map<String, String> attributes = new HashMap<>();

    private TrackerProcess(ILaunch launch, Target target, TrackerService service, TrackerInfo tracker, TrackerLaunch spec) {
        this.launch = launch;
        this.target = target;
        this.service = service;
        session = new TrackerSession(target, tracker.id(), tracker.name());
        run = new TrackerRun(service, tracker, spec, this::ended);
        attributes.put(ATTR_PROCESS_TYPE, "eunomia.tracker");
    }

    /** Starts {@code start} on {@code target} and adds it to {@code launch}. Blocks as the target's service does. */
    static TrackerProcess start(ILaunch launch, Target target, StartSpec start, TrackerLaunch spec) throws OperationFailedException {
        TrackerService service = TargetRegistry.shared().service(target);
        TrackerInfo tracker = service.start(start);
        TrackerProcess process = new TrackerProcess(launch, target, service, tracker, spec);
        String line = TrackerRun.commandLine(spec, start.pack(), target);
        process.attributes.put(ATTR_CMDLINE, line);
        launch.addProcess(process);
        process.fire(DebugEvent.CREATE);
        process.run.begin(line);
        return process;
    }

    /** Replaces the running tracker without a gap; when that fails it goes on as before. */
    UpdateReport update(StartSpec start, TrackerLaunch newSpec) throws OperationFailedException, InterruptedException {
        return replace(start, newSpec, newSpec.carryMaps());
    }

    /** The same from outside a launch, which goes on as it was configured. */
    public UpdateReport replace(StartSpec start, boolean carryMaps) throws OperationFailedException, InterruptedException {
        return replace(start, run.spec(), carryMaps);
    }

    private UpdateReport replace(StartSpec start, TrackerLaunch spec, boolean carryMaps) throws OperationFailedException, InterruptedException {
        UpdateReport first = run.update(spec, () -> service.update(session.id(), start, carryMaps));
        UpdateReport report = first.settled() ? first : service.lastUpdate(session.id(), SETTLING);
        run.tell(report);
        TrackerSessions.shared().update(session, report);
        fire(DebugEvent.CHANGE);
        return report;
    }

    public Target target() {
        return target;
    }

    public TrackerSession session() {
        return session;
    }

    /** Those among the launches of this workbench that run. */
    public static List<TrackerProcess> running() {
        return List.of(DebugPlugin.getDefault().getLaunchManager().getProcesses()).stream().filter(p -> p instanceof TrackerProcess t && !t.isTerminated()).map(TrackerProcess.class::cast).toList();
    }

    private void ended() {
        fire(DebugEvent.TERMINATE);
    }

    private void fire(int kind) {
        DebugPlugin plugin = DebugPlugin.getDefault();
        if (plugin != null) plugin.fireDebugEventSet(new DebugEvent[] {new DebugEvent(this, kind)});
    }

    @Override
    public String getLabel() {
        return session.title() + " [" + session.id() + "]";
    }

    @Override
    public ILaunch getLaunch() {
        return launch;
    }

    @Override
    public IStreamsProxy getStreamsProxy() {
        return run.streams();
    }

    @Override
    public void setAttribute(String key, String value) {
        synchronized (attributes) {
            attributes.put(key, value);
        }
        fire(DebugEvent.CHANGE);
    }

    @Override
    public String getAttribute(String key) {
        synchronized (attributes) {
            return attributes.get(key);
        }
    }

    @Override
    public boolean canTerminate() {
        return !isTerminated();
    }

    @Override
    public boolean isTerminated() {
        return run.isOver();
    }

    /** Returns at once; the process is terminated once the tracker has stopped and what it had to say is told. */
    @Override
    public void terminate() {
        run.stop();
    }

    @Override
    public int getExitValue() throws DebugException {
        if (!isTerminated()) throw new DebugException(Failures.core("the tracker still runs").getStatus());
        return run.exitCode();
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        if (adapter == IProcess.class) return adapter.cast(this);
        if (adapter == ILaunch.class) return adapter.cast(launch);
        if (adapter == TrackerSession.class) return adapter.cast(session);
        return super.getAdapter(adapter);
    }
}
