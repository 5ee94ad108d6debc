package org.eunomia.toolchain.internal.describe;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.toolchain.internal.comments.AnnotationValue;
import org.eunomia.toolchain.internal.comments.Comment;

/**
 * Decides what the user is to see of maps that are no buffers. An annotation above the map says it; else, in a program without events, what it counts in
 * its maps is its output, and what it only keeps there for itself is not.
 */
final class MapOutputs {
    static final int INTERVAL_MILLIS = 1_000;
    private static final Set<String> COUNTED = Set.of("hash", "lru_hash", "percpu_hash", "lru_percpu_hash", "array", "percpu_array");
    private static final Set<String> KEYED = Set.of("hash", "lru_hash", "percpu_hash", "lru_percpu_hash", "array", "percpu_array", "lpm_trie");
    private static final Pattern UNIT = Pattern.compile("(?i)\\b(nsecs?|nanoseconds?|ns|usecs?|microseconds?|us|msecs?|milliseconds?|ms|secs|seconds|bytes|kbytes|kb|pages|packets)\\b");
    private static final Pattern UNIT_IN_NAME = Pattern.compile("_(ns|us|ms|bytes|pages)$");

    /** What people call maps that hold something from one probe to the next. */
    private static final Pattern KEPT_NAME = Pattern.compile("(?i)starts?|start_.*|.*_starts?|entry|enter|in_?flight|args|tmp|temp|scratch|heap|buf(?:fer)?");

    private final Findings findings;

    MapOutputs(Findings findings) {
        this.findings = findings;
    }

    /** By annotation, empty when there is none. */
    Optional<Output> annotated(MapSpec map, Comment comment) {
        if (comment.has("hide")) return Optional.of(new Output.None());
        if (!KEYED.contains(map.type())) return Optional.empty();
        try {
            if (comment.has("sample")) return Optional.of(sample(map, comment, AnnotationValue.parse(comment.value("sample").get())));
            if (comment.has("histogram")) return Optional.of(histogram(map, comment, AnnotationValue.parse(comment.value("histogram").get())));
            if (comment.has("counter")) return Optional.of(new Output.Counter(interval(AnnotationValue.parse(comment.value("counter").get()))));
            if (comment.has("table")) {
                Map<String, String> values = AnnotationValue.parse(comment.value("table").get());
                return Optional.of(new Output.Table(interval(values), isSet(values, "clear")));
            }
        } catch (IllegalArgumentException e) {
            findings.notice("the annotation above map " + map.name() + " is not understood: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** The annotation of eunomia-bpf: {@code {"interval":1000,"type":"log2_hist","unit":"usec","clear_map":true}}. */
    private Output sample(MapSpec map, Comment comment, Map<String, String> values) {
        boolean clear = isSet(values, "clear_map") || isSet(values, "clear");
        return switch (values.getOrDefault("type", "default_kv")) {
            case "log2_hist" -> new Output.Histogram(Output.Scale.LOG2, unit(map, comment, values), interval(values), clear);
            case "linear_hist" -> new Output.Histogram(Output.Scale.LINEAR, unit(map, comment, values), interval(values), clear);
            case "default_kv" -> new Output.Table(interval(values), clear);
            case String other -> throw new IllegalArgumentException("no type " + other + " of @sample, there are log2_hist, linear_hist and default_kv");
        };
    }

    private Output histogram(MapSpec map, Comment comment, Map<String, String> values) {
        Output.Scale scale = isSet(values, "linear") ? Output.Scale.LINEAR : Output.Scale.LOG2;
        return new Output.Histogram(scale, unit(map, comment, values), interval(values), isSet(values, "clear"));
    }

    private static boolean isSet(Map<String, String> values, String name) {
        return values.containsKey(name) && !Set.of("false", "0").contains(values.get(name));
    }

    private static int interval(Map<String, String> values) {
        String text = values.getOrDefault("interval", "");
        if (text.isEmpty()) return INTERVAL_MILLIS;
        try {
            int millis = Integer.parseInt(text);
            if (millis > 0) return millis;
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("interval " + text + " is no number of milliseconds");
    }

    /**
     * What a map without annotation shows in a program without events.
     *
     * @param othersChange whether there is a map in which the program counts
     */
    Output counted(MapSpec map, Comment comment, MapUse use, boolean othersChange) {
        if (!isCountable(map)) return new Output.None();
        String reason = null;
        if (use.deleted()) reason = "the program deletes from it, so it keeps what is under way";
        else if (!use.written()) reason = "the program only reads it";
        else if (use.readBack() && (othersChange || KEPT_NAME.matcher(map.name()).matches())) reason = "the program reads back what it puts there";
        else if (map.type().equals("percpu_array") && map.maxEntries() <= 1 && map.value() instanceof Type.Struct) reason = "it is a single buffer for each CPU";
        if (reason != null) {
            findings.evidence("map " + map.name() + " is not shown: " + reason + "; '// @table' or '// @histogram' above it shows it");
            return new Output.None();
        }
        if (hasSlots(map.value())) {
            findings.evidence("map " + map.name() + " is shown as histograms: its values have an array 'slots'");
            return new Output.Histogram(Output.Scale.LOG2, unit(map, comment, Map.of()), INTERVAL_MILLIS, false);
        }
        findings.evidence("map " + map.name() + " is shown as a table: the program writes no events");
        return new Output.Table(INTERVAL_MILLIS, false);
    }

    private static boolean isCountable(MapSpec map) {
        return COUNTED.contains(map.type()) && map.key() != null && map.value() != null && !map.name().startsWith("__");
    }

    /**
     * What the program does with a map.
     *
     * @param changed  whether it changes values where they are, as one does to count
     * @param replaced whether it puts whole values in
     * @param readBack whether it puts values in and only looks at them afterwards
     */
    record MapUse(boolean changed, boolean replaced, boolean readBack, boolean deleted) {
        boolean written() {
            return changed || replaced;
        }
    }

    private static boolean hasSlots(Type value) {
        return slots(value).isPresent();
    }

    private static Optional<Field> slots(Type value) {
        if (!(value instanceof Type.Struct s)) return Optional.empty();
        return s.fields().stream().filter(f -> f.name().equals("slots") && f.type() instanceof Type.Array a && a.element() instanceof Type.Int).findFirst();
    }

    private static String unit(MapSpec map, Comment comment, Map<String, String> values) {
        String given = values.getOrDefault("unit", "");
        if (!given.isEmpty()) return given;
        String texts = slots(map.value()).map(Field::comment).orElse("") + " " + comment.text();
        Matcher m = UNIT.matcher(texts);
        if (m.find()) return m.group(1);
        m = UNIT_IN_NAME.matcher(map.name());
        return m.find() ? m.group(1) : "";
    }
}
