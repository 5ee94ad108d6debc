package org.eunomia.rest.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.eunomia.core.LossLedger;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerInfo;

/** Counts what is served, and writes that and the trackers' ledgers in the text format of Prometheus (version 0.0.4). */
final class Metrics {
    static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private final Trackers trackers;
    private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> nanos = new ConcurrentHashMap<>();
    private final long since = System.nanoTime();

    Metrics(Trackers trackers) {
        this.trackers = trackers;
    }

    /** @param route its id, so that the number of series stays small */
    void answered(String route, int status, Duration took) {
        requests.computeIfAbsent("{route=\"" + route + "\",status=\"" + status + "\"}", k -> new LongAdder()).increment();
        nanos.computeIfAbsent("{route=\"" + route + "\"}", k -> new LongAdder()).add(took.toNanos());
    }

    byte[] text() throws OperationFailedException {
        StringBuilder out = new StringBuilder();
        List<TrackerInfo> running = trackers.running();
        family(out, "eunomia_uptime_seconds", "gauge", "Since the daemon was started", Map.of("", Long.toString((System.nanoTime() - since) / 1_000_000_000)));
        family(out, "eunomia_trackers", "gauge", "Trackers that run", Map.of("", Integer.toString(running.size())));
        trackers(out, running);
        Map<String, String> counts = new TreeMap<>();
        requests.forEach((labels, n) -> counts.put(labels, n.toString()));
        family(out, "eunomia_http_requests_total", "counter", "Requests that were answered", counts);
        Map<String, String> seconds = new TreeMap<>();
        nanos.forEach((labels, n) -> seconds.put(labels, Double.toString(n.sum() / 1e9)));
        family(out, "eunomia_http_request_seconds_total", "counter", "Time that answering took, streams included", seconds);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void trackers(StringBuilder out, List<TrackerInfo> running) {
        Map<String, String> generations = new TreeMap<>();
        Map<String, String> events = new TreeMap<>();
        Map<String, String> lost = new TreeMap<>();
        for (TrackerInfo t : running) {
            String who = "id=\"" + t.id() + "\",tracker=\"" + escaped(t.name()) + "\"";
            generations.put("{" + who + "}", Integer.toString(t.generation()));
            try {
                LossLedger ledger = trackers.service().losses(t.id());
                events.put("{" + who + "}", Long.toString(ledger.delivered()));
                ledger.reserveFailures().forEach((map, n) -> lost.put("{" + who + ",where=\"map " + escaped(map) + "\"}", n.toString()));
                ledger.dropped().forEach((hop, n) -> lost.put("{" + who + ",where=\"" + escaped(hop) + "\"}", n.toString()));
            } catch (OperationFailedException e) {
                // It ended just now, and will not be there next time.
            }
        }
        family(out, "eunomia_tracker_generation", "gauge", "Generation that runs", generations);
        family(out, "eunomia_tracker_events_total", "counter", "Records that reached the event buffer", events);
        family(out, "eunomia_tracker_lost_total", "counter", "Records that did not", lost);
    }

    private static void family(StringBuilder out, String name, String type, String help, Map<String, String> series) {
        if (series.isEmpty()) return;
        out.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
        series.forEach((labels, value) -> out.append(name).append(labels).append(' ').append(value).append('\n'));
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
