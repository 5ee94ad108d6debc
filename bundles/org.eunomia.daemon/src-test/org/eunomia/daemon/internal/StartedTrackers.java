package org.eunomia.daemon.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.LossLedger;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageInfo;
import org.eunomia.core.StackFrame;
import org.eunomia.core.StartOptions;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.UpdateReport;

/** Notes what is asked of it. */
final class StartedTrackers implements TrackerService {
    final Map<TrackerId, StartSpec> running = new LinkedHashMap<>();
    final List<String> refused = new ArrayList<>();
    final List<String> failed = new ArrayList<>();
    private int last;

    @Override
    public TrackerInfo start(StartSpec spec) throws OperationFailedException {
        if (refused.contains(spec.name())) throw new OperationFailedException(new Failure.LoadFailed(spec.name(), 22, "Invalid argument", "", ""));
        TrackerId id = new TrackerId(++last);
        running.put(id, spec);
        return show(id);
    }

    @Override
    public TrackerInfo restore(StartSpec spec) throws OperationFailedException {
        return refused.contains(spec.name()) ? listFailed(spec.name(), spec.options(), new Failure.LoadFailed(spec.name(), 22, "Invalid argument", "", "")) : start(spec);
    }

    @Override
    public TrackerInfo listFailed(String name, StartOptions options, Failure why) {
        failed.add(name + ": " + why.summary());
        return new TrackerInfo(new TrackerId(++last), name, TrackerInfo.State.FAILED, 1, Instant.EPOCH, List.of(), List.of(), List.of(), why.summary(), PackageInfo.UNKNOWN, options);
    }

    @Override
    public TrackerInfo show(TrackerId id) {
        StartSpec s = running.get(id);
        return new TrackerInfo(id, s.name(), TrackerInfo.State.RUNNING, 1, Instant.EPOCH, List.of(), List.of(), List.of(), "", PackageInfo.UNKNOWN, s.options());
    }

    @Override
    public UpdateReport update(TrackerId id, StartSpec spec, boolean carryMaps) {
        return new UpdateReport(show(id), true, 0, Map.of(), 0, 0);
    }

    @Override
    public void stop(TrackerId id) {
        running.remove(id);
    }

    @Override
    public List<TrackerInfo> list() {
        return running.keySet().stream().map(this::show).toList();
    }

    @Override
    public EventReader events(TrackerId id, long fromPosition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LossLedger losses(TrackerId id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MapEntry> entries(TrackerId id, String map) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void clear(TrackerId id, String map) { }

    @Override
    public List<StackFrame> symbolize(TrackerId id, int pid, long[] addresses) {
        return List.of();
    }

    @Override
    public void close() { }
}
