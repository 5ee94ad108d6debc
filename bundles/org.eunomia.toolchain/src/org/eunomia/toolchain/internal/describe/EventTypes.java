package org.eunomia.toolchain.internal.describe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.Output;
import org.eunomia.toolchain.internal.flow.Handover;
import org.eunomia.toolchain.internal.layout.Companion.Layout;
import org.eunomia.toolchain.internal.layout.Layouts;

/** Settles which types of records a ring or perf buffer carries. */
final class EventTypes {
    private final Layouts layouts;
    private final TypeNotes notes;
    private final Set<String> tagged;
    private final List<String> own;
    private final CallSizes sizes;
    private final Findings findings;

    /**
     * @param tagged types that are marked as events where they are defined
     * @param own    types that the source defines, for want of anything better
     */
    EventTypes(Layouts layouts, TypeNotes notes, Set<String> tagged, List<String> own, CallSizes sizes, Findings findings) {
        this.layouts = layouts;
        this.notes = notes;
        this.tagged = tagged;
        this.own = own;
        this.sizes = sizes;
        this.findings = findings;
    }

    private record Found(String spelling, Layout layout, boolean exact) { }

    Output.Events of(String map, boolean perf, List<EventTag> tags, List<Handover> handovers) {
        if (!tags.isEmpty()) return byTags(map, tags);
        List<Found> found = found(map, handovers);
        List<Found> marked = found.stream().filter(f -> tagged.contains(f.spelling)).toList();
        if (found.size() > 1 && !marked.isEmpty()) found = marked;
        if (found.isEmpty()) found = fallback(map, handovers);
        if (found.size() > 1) reportSeveral(map, perf, found);
        return new Output.Events(found.stream().map(f -> new Output.Variant(schema(f), "", 0)).toList());
    }

    private Schema schema(Found f) {
        Schema s = f.layout.schema();
        return notes.annotated(s.name().isEmpty() ? new Schema("event", s.type()) : s, f.spelling);
    }

    /** One for each type, in the order of the source. */
    private List<Found> found(String map, List<Handover> handovers) {
        Map<Integer, Found> found = new LinkedHashMap<>();
        for (Handover h : handovers) {
            EventChoice choice = EventChoice.of(h, layouts, sizes.constant(map, h.helper()));
            findings.evidence("map " + map + ": " + choice.evidence());
            if (choice.layout() == null) continue;
            Found other = found.get(choice.layout().id());
            String spelling = other == null ? spelling(choice.layout()) : other.spelling;
            found.put(choice.layout().id(), new Found(spelling, choice.layout(), choice.exact() && (other == null || other.exact)));
        }
        return new ArrayList<>(found.values());
    }

    private String spelling(Layout layout) {
        return layouts.types().entrySet().stream().filter(e -> e.getValue() == layout).map(Map.Entry::getKey).findFirst().orElse("");
    }

    /** Nothing in the flow of the data tells: what is marked as an event, or else the only type of the size that is handed over. */
    private List<Found> fallback(String map, List<Handover> handovers) {
        List<Found> marked = tagged.stream().flatMap(t -> layouts.find(t).stream().map(l -> new Found(t, l, false))).toList();
        if (!marked.isEmpty()) {
            findings.evidence("map " + map + ": marked as event where it is defined");
            return marked;
        }
        Set<Long> wanted = new TreeSet<>();
        for (Handover h : handovers) {
            if (!h.size().variable() && h.size().bytes() > 0) wanted.add(h.size().bytes());
            sizes.constant(map, h.helper()).ifPresent(wanted::add);
        }
        List<Found> fitting = own.stream().flatMap(t -> layouts.find(t).stream().filter(l -> wanted.contains((long) l.schema().size())).map(l -> new Found(t, l, true))).toList();
        if (wanted.size() == 1 && fitting.size() == 1) {
            findings.notice("map " + map + " carries " + fitting.get(0).spelling + ", as no other type has the " + wanted.iterator().next() + " bytes of its records; '// @event TYPE' above the map says otherwise");
            return fitting;
        }
        String candidates = fitting.isEmpty() ? "" : ", which may be " + String.join(" or ", fitting.stream().map(Found::spelling).toList());
        findings.notice("what map " + map + " carries is unknown" + candidates + ": its records are shown as bytes; settle it by '// @event TYPE' above the map");
        return List.of();
    }

    private void reportSeveral(String map, boolean perf, List<Found> found) {
        String names = String.join(", ", found.stream().map(f -> f.spelling + " (" + f.layout.schema().size() + " bytes)").toList());
        long different = found.stream().map(f -> perf ? padded(f.layout.schema().size()) : f.layout.schema().size()).distinct().count();
        if (different == found.size() && found.stream().allMatch(Found::exact)) findings.evidence("map " + map + " carries several types, told apart by size: " + names);
        else findings.notice("map " + map + " carries several types whose records cannot be told apart by size: " + names
                + "; settle it by lines '// @event TYPE FIELD=VALUE' above the map");
    }

    /** The kernel fills records of perf buffers up, behind the four bytes of their length, to multiples of eight bytes. */
    private static int padded(int size) {
        return (size + 4 + 7) / 8 * 8 - 4;
    }

    private Output.Events byTags(String map, List<EventTag> tags) {
        List<Output.Variant> variants = new ArrayList<>();
        for (EventTag t : tags) {
            Optional<Layout> layout = layouts.find(t.type());
            if (layout.isEmpty()) {
                findings.notice("the annotation @event of map " + map + " names " + t.type() + ", which is no type of the program");
                continue;
            }
            Found found = new Found(t.type(), layout.get(), true);
            findings.evidence("map " + map + ": " + t.type() + " by annotation");
            if (t.field().isEmpty()) {
                variants.add(new Output.Variant(schema(found), "", 0));
            } else {
                OptionalLong value = tagValue(t, layout.get());
                if (value.isPresent()) variants.add(new Output.Variant(schema(found), t.field(), value.getAsLong()));
                else findings.notice("the annotation @event " + t.type() + " of map " + map + " asks for " + t.field() + "=" + t.value() + ", which is no field and constant of the type");
            }
        }
        return new Output.Events(variants);
    }

    private OptionalLong tagValue(EventTag t, Layout layout) {
        Long value = layouts.values().get(t.value());
        return value != null && layout.schema().type() instanceof Type.Struct s && hasField(s, t.field()) ? OptionalLong.of(value) : OptionalLong.empty();
    }

    private static boolean hasField(Type.Struct s, String name) {
        for (Field f : s.fields()) {
            if (f.name().equals(name)) return true;
            if (f.name().isEmpty() && f.type() instanceof Type.Struct inner && hasField(inner, name)) return true;
        }
        return false;
    }
}
