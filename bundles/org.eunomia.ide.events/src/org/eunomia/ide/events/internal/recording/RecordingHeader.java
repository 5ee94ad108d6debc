package org.eunomia.ide.events.internal.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.LossLedger;
import org.eunomia.core.PackageInfo;
import org.eunomia.ide.events.internal.model.Origin;
import org.eunomia.wire.Json;
import org.eunomia.wire.MalformedJsonException;

/**
 * What a recording says of itself: one JSON object, filled up with spaces to a line of {@link #BYTES}, so that it can be written anew when the recording ends. After
 * it comes the stream of raw records as {@link org.eunomia.wire.RawEventWriter} writes it, which brings the schemas.
 *
 * @param packages by the generation that ran them
 * @param ended    empty when the recording was cut off; then the counts are not known either
 * @param events   how many are in it
 * @param skipped  how many passed by because the recorder was too slow
 * @param losses   of the tracker, when the recording ended
 */
record RecordingHeader(Origin origin, Map<Integer, PackageInfo> packages, Instant started, Optional<Instant> ended, long events, long skipped, Optional<LossLedger> losses) {
    static final int BYTES = 8192;
    private static final String FORMAT = "eunomia-events/1";

    RecordingHeader {
        packages = Map.copyOf(packages);
    }

    byte[] toBytes() throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("host", origin.host());
        json.put("tracker", origin.tracker());
        json.put("packages", packages.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(e -> pack(e.getKey(), e.getValue())).toList());
        json.put("started", started.toString());
        if (ended.isPresent()) {
            json.put("ended", ended.get().toString());
            json.put("events", events);
            json.put("skipped", skipped);
        }
        losses.ifPresent(l -> json.put("losses", losses(l)));
        byte[] text = Json.write(json);
        if (text.length >= BYTES) throw new IOException("the head of a recording does not fit " + BYTES + " bytes");
        byte[] line = Arrays.copyOf(text, BYTES);
        Arrays.fill(line, text.length, BYTES - 1, (byte) ' ');
        line[BYTES - 1] = '\n';
        return line;
    }

    private static Map<String, Object> pack(int generation, PackageInfo pack) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("generation", (long) generation);
        json.put("name", pack.name());
        json.put("version", pack.version());
        json.put("digest", pack.digest());
        return json;
    }

    private static Map<String, Object> losses(LossLedger ledger) {
        return Map.of("delivered", ledger.delivered(), "reserveFailures", ledger.reserveFailures(), "dropped", ledger.dropped());
    }

    /** @throws IOException also when the file is no recording */
    static RecordingHeader read(InputStream in) throws IOException {
        byte[] line = in.readNBytes(BYTES);
        try {
            if (!new String(line, 0, Math.min(line.length, 64), StandardCharsets.ISO_8859_1).contains(FORMAT) || !(Json.parse(new String(line, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8)) instanceof Map<?, ?> json)) {
                throw new IOException("this is no recording of events");
            }
            Optional<Instant> ended = json.get("ended") instanceof String s ? Optional.of(Instant.parse(s)) : Optional.empty();
            return new RecordingHeader(new Origin(text(json.get("host")), text(json.get("tracker"))), packages(json.get("packages")), Instant.parse(text(json.get("started"))), ended,
                    number(json.get("events")), number(json.get("skipped")), json.get("losses") instanceof Map<?, ?> l ? Optional.of(ledger(l)) : Optional.empty());
        } catch (MalformedJsonException | DateTimeParseException e) {
            throw new IOException("the head of this recording is damaged: " + e.getMessage(), e);
        }
    }

    private static Map<Integer, PackageInfo> packages(Object json) {
        Map<Integer, PackageInfo> packages = new LinkedHashMap<>();
        for (Object each : json instanceof List<?> list ? list : List.of()) {
            if (each instanceof Map<?, ?> p) packages.put((int) number(p.get("generation")), new PackageInfo(text(p.get("name")), text(p.get("version")), text(p.get("digest"))));
        }
        return packages;
    }

    private static LossLedger ledger(Map<?, ?> json) {
        return new LossLedger(number(json.get("delivered")), counts(json.get("reserveFailures")), counts(json.get("dropped")));
    }

    private static Map<String, Long> counts(Object json) {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (json instanceof Map<?, ?> map) map.forEach((k, v) -> counts.put(String.valueOf(k), number(v)));
        return counts;
    }

    private static String text(Object json) {
        return json instanceof String s ? s : "";
    }

    private static long number(Object json) {
        return json instanceof Number n ? n.longValue() : 0;
    }

    /** Of all generations, the first one's first. */
    List<PackageInfo> packsInOrder() {
        List<Map.Entry<Integer, PackageInfo>> entries = new ArrayList<>(packages.entrySet());
        entries.sort(Map.Entry.comparingByKey());
        return entries.stream().map(Map.Entry::getValue).toList();
    }
}
