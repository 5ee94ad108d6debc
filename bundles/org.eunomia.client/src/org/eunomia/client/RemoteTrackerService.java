package org.eunomia.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eunomia.client.internal.Calls;
import org.eunomia.client.internal.HttpTransport;
import org.eunomia.client.internal.RemoteEventReader;
import org.eunomia.client.internal.UnixTransport;
import org.eunomia.core.CommandShell;
import org.eunomia.core.EventReader;
import org.eunomia.core.Failure;
import org.eunomia.core.HookKind;
import org.eunomia.core.Hooks;
import org.eunomia.core.LossLedger;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.SourceCompiler;
import org.eunomia.core.StackFrame;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerStats;
import org.eunomia.core.UpdateReport;
import org.eunomia.core.VerifyReport;
import org.eunomia.wire.CompileRequest;
import org.eunomia.wire.Documents;
import org.eunomia.wire.Json;
import org.eunomia.wire.Lists;
import org.eunomia.wire.StartRequest;

/**
 * A daemon's trackers. Fails as the engine there does, with equal failures, and besides with {@link Failure.Unavailable} when the daemon cannot be reached. Closing it leaves the
 * trackers running.
 */
public final class RemoteTrackerService implements TrackerService {
    private static final String TRACKERS = "/v1/trackers";
    private final Calls calls;
    private final PackageDocuments documents;

    private RemoteTrackerService(Calls calls, PackageDocuments documents) {
        this.calls = calls;
        this.documents = documents;
    }

    /** Connects to nothing yet. */
    public static RemoteTrackerService of(RemoteTarget target, PackageDocuments documents) throws OperationFailedException {
        return new RemoteTrackerService(new Calls(target, target.isUnix() ? new UnixTransport(Path.of(target.address().getSchemeSpecificPart())) : new HttpTransport(target)), documents);
    }

    /** Asks the daemon about itself, and so whether it is there. */
    public Lists.Info info() throws OperationFailedException {
        return calls.call("GET", "/v1/info", null, Lists.Info.class);
    }

    /** Runs a line of the daemon's shell; needs the role admin. */
    public CommandShell.Outcome shell(String line) throws OperationFailedException {
        return calls.call("POST", "/v1/shell", Json.write(Documents.toJson(new Lists.Line(line))), CommandShell.Outcome.class);
    }

    /** Has the daemon compile with the compiler of its host; needs the role operator. */
    public SourceCompiler.Result compile(SourceCompiler.Source source) throws OperationFailedException {
        CompileRequest request = new CompileRequest(source.text(), source.file(), source.headers(), source.defines(), !source.countLosses(), source.sourceText());
        Lists.Compiled compiled = calls.call("POST", "/v1/compile", Json.write(Documents.toJson(request)), Lists.Compiled.class);
        return new SourceCompiler.Result(documents.read("of " + source.file(), Json.write(compiled.pack())), compiled.diagnostics(), compiled.notices());
    }

    private static String tracker(TrackerId id) {
        return TRACKERS + "/" + id;
    }

    private static String map(TrackerId id, String map) {
        return tracker(id) + "/maps/" + URLEncoder.encode(map, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String entry(TrackerId id, String map, byte[] key) {
        return map(id, map) + "/" + HexFormat.of().formatHex(key) + "?raw=true";
    }

    private byte[] request(StartSpec spec, boolean carryMaps) {
        return StartRequest.write(spec, carryMaps, documents.write(spec.pack()));
    }

    @Override
    public TrackerInfo start(StartSpec spec) throws OperationFailedException {
        return calls.call("POST", TRACKERS, request(spec, false), TrackerInfo.class);
    }

    @Override
    public VerifyReport verify(StartSpec spec) throws OperationFailedException {
        return calls.call("POST", "/v1/verify", request(spec, false), VerifyReport.class);
    }

    @Override
    public void stop(TrackerId id) throws OperationFailedException {
        calls.call("DELETE", tracker(id), null);
    }

    @Override
    public UpdateReport update(TrackerId id, StartSpec spec, boolean carryMaps) throws OperationFailedException {
        return calls.call("PUT", tracker(id) + "/package", request(spec, carryMaps), UpdateReport.class);
    }

    /** Of a wait of more than a minute the daemon may wait for a minute only. */
    @Override
    public UpdateReport lastUpdate(TrackerId id, Duration timeout) throws OperationFailedException {
        return calls.call("GET", tracker(id) + "/update?wait=" + Math.max(0, timeout.toMillis()) + "ms", null, UpdateReport.class);
    }

    @Override
    public List<TrackerInfo> list() throws OperationFailedException {
        return calls.call("GET", TRACKERS, null, Lists.Trackers.class).trackers();
    }

    @Override
    public TrackerInfo show(TrackerId id) throws OperationFailedException {
        return calls.call("GET", tracker(id), null, TrackerInfo.class);
    }

    @Override
    public EventReader events(TrackerId id, long fromPosition) throws OperationFailedException {
        return RemoteEventReader.open(calls, tracker(id) + "/events", fromPosition);
    }

    @Override
    public LossLedger losses(TrackerId id) throws OperationFailedException {
        return calls.call("GET", tracker(id) + "/losses", null, LossLedger.class);
    }

    @Override
    public TrackerStats stats(TrackerId id) throws OperationFailedException {
        return calls.call("GET", tracker(id) + "/stats", null, TrackerStats.class);
    }

    @Override
    public List<MapEntry> entries(TrackerId id, String map) throws OperationFailedException {
        return calls.call("GET", map(id, map) + "?raw=true", null, Lists.RawEntries.class).entries().stream().map(e -> new MapEntry(e.key(), e.value())).toList();
    }

    @Override
    public Optional<byte[]> lookup(TrackerId id, String map, byte[] key) throws OperationFailedException {
        try {
            return Optional.of(calls.call("GET", entry(id, map, key), null, Lists.RawEntry.class).value());
        } catch (OperationFailedException e) {
            if (isMissingEntry(e.failure())) return Optional.empty();
            throw e;
        }
    }

    @Override
    public void put(TrackerId id, String map, byte[] key, byte[] value) throws OperationFailedException {
        calls.call("PUT", entry(id, map, key), Json.write(Base64.getEncoder().encodeToString(value)));
    }

    @Override
    public boolean remove(TrackerId id, String map, byte[] key) throws OperationFailedException {
        try {
            calls.call("DELETE", entry(id, map, key), null);
            return true;
        } catch (OperationFailedException e) {
            if (isMissingEntry(e.failure())) return false;
            throw e;
        }
    }

    private static boolean isMissingEntry(Failure failure) {
        return failure instanceof Failure.NotFound missing && missing.what().equals("entry");
    }

    @Override
    public void clear(TrackerId id, String map) throws OperationFailedException {
        calls.call("DELETE", map(id, map), null);
    }

    @Override
    public List<StackFrame> symbolize(TrackerId id, int pid, long[] addresses) throws OperationFailedException {
        Lists.Stack stack = new Lists.Stack(pid, Arrays.stream(addresses).boxed().toList());
        return calls.call("POST", tracker(id) + "/symbolize", Json.write(Documents.toJson(stack)), Lists.Frames.class).frames();
    }

    @Override
    public Hooks hooks(HookKind kind, String filter, int limit) throws OperationFailedException {
        String query = "?kind=" + Documents.toJson(kind) + "&limit=" + Math.max(0, Math.min(limit, Hooks.MOST)) + "&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        return calls.call("GET", "/v1/hooks" + query, null, Hooks.class);
    }

    /** Ends what goes on over this object, also open readers. */
    @Override
    public void close() {
        calls.close();
    }
}
