package org.eunomia.cli.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.eunomia.core.Event;
import org.eunomia.core.EventBatch;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.HookKind;
import org.eunomia.core.Hooks;
import org.eunomia.core.LossLedger;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StackFrame;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.spec.MapSpec;

/** A runtime that plays what a test wrote down; it does nothing of its own. */
final class ScriptedTrackerService implements TrackerService {
    static final long TIME = 1_795_456_800_123_456_789L; // 2026-11-23T18:00:00.123456789Z
    private final Queue<EventBatch> batches = new ArrayDeque<>();
    private final List<Event> pending = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private Map<String, List<MapEntry>> entries = Map.of();
    private LossLedger losses = new LossLedger(0, Map.of(), Map.of());
    private List<MapSpec> maps = List.of();
    private Failure failure;
    private Hooks hooks = new Hooks(List.of(), 0);
    private Runnable whenIdle = () -> { };
    private long position;
    private StartSpec started;

    ScriptedTrackerService refuses(Failure f) {
        failure = f;
        return this;
    }

    ScriptedTrackerService offers(Hooks h) {
        hooks = h;
        return this;
    }

    @Override
    public Hooks hooks(HookKind kind, String filter, int limit) throws OperationFailedException {
        if (failure != null) throw new OperationFailedException(failure);
        return hooks;
    }

    /** One batch of events of {@code schema}. */
    ScriptedTrackerService yields(Schema schema, byte[]... records) {
        List<Event> events = new ArrayList<>();
        for (byte[] r : records) events.add(event(schema, r));
        batches.add(new EventBatch(events, 0, false));
        return this;
    }

    ScriptedTrackerService skips(long events) {
        batches.add(new EventBatch(List.of(), events, false));
        return this;
    }

    ScriptedTrackerService ends() {
        batches.add(new EventBatch(List.of(), 0, true));
        return this;
    }

    /** What becomes readable only when the tracker is stopped. */
    ScriptedTrackerService holdsBack(Schema schema, byte[] record) {
        pending.add(event(schema, record));
        return this;
    }

    ScriptedTrackerService holds(String map, MapEntry... content) {
        entries = Map.of(map, List.of(content));
        return this;
    }

    ScriptedTrackerService loses(LossLedger ledger) {
        losses = ledger;
        return this;
    }

    ScriptedTrackerService notes(String line) {
        notices.add(line);
        return this;
    }

    ScriptedTrackerService whenIdle(Runnable action) {
        whenIdle = action;
        return this;
    }

    private Event event(Schema schema, byte[] record) {
        return new Event(position++, TIME, "t", 1, "rb", schema, record);
    }

    StartSpec started() {
        return started;
    }

    List<String> calls() {
        return calls;
    }

    @Override
    public TrackerInfo start(StartSpec spec) throws OperationFailedException {
        calls.add("start");
        if (failure != null) throw new OperationFailedException(failure);
        started = spec;
        maps = spec.pack().maps();
        return info(TrackerInfo.State.RUNNING, "");
    }

    private TrackerInfo info(TrackerInfo.State state, String reason) {
        return new TrackerInfo(new TrackerId(1), "t", state, 1, Instant.EPOCH, maps, List.of(), notices, reason);
    }

    @Override
    public void stop(TrackerId id) {
        calls.add("stop");
        batches.clear();
        batches.add(new EventBatch(List.copyOf(pending), 0, true));
    }

    @Override
    public List<TrackerInfo> list() {
        return List.of();
    }

    @Override
    public TrackerInfo show(TrackerId id) {
        return info(TrackerInfo.State.STOPPED, "the program is gone");
    }

    @Override
    public EventReader events(TrackerId id, long fromPosition) {
        return new EventReader() {
            @Override
            public EventBatch read(Duration timeout) {
                if (!batches.isEmpty()) return batches.remove();
                whenIdle.run();
                return new EventBatch(List.of(), 0, false);
            }

            @Override
            public void close() {
                calls.add("close reader");
            }
        };
    }

    @Override
    public LossLedger losses(TrackerId id) {
        return losses;
    }

    @Override
    public List<MapEntry> entries(TrackerId id, String map) {
        return entries.getOrDefault(map, List.of());
    }

    @Override
    public void clear(TrackerId id, String map) {
        calls.add("clear " + map);
    }

    @Override
    public List<StackFrame> symbolize(TrackerId id, int pid, long[] addresses) {
        return List.of();
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
