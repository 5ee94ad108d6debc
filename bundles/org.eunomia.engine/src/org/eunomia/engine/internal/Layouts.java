package org.eunomia.engine.internal;

import java.nio.ByteOrder;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.Output;

/**
 * Finds the layout of each record of one map. The first rule that applies:
 * <ol>
 * <li>of the layouts with a tag, the first whose tag field holds its value in this record;
 * <li>of those without, the first that has the record's size; in a perf buffer also that size with the padding that the kernel adds;
 * <li>the largest with a flexible array at its end that is not larger than the record;
 * <li>the largest that is not larger than the record, whose further bytes then stay unseen;
 * <li>if there is but one layout, that one, cut short;
 * <li>plain bytes.
 * </ol>
 * From the fourth rule on the choice is told once for each size. Used by one thread at a time.
 */
final class Layouts {
    /** A record whose layout is not known: all of its bytes. */
    static final Schema BYTES = new Schema("bytes", new Type.Struct("", false, 0,
            List.of(new Field("bytes", new Type.Array("unsigned char[]", new Type.Int("unsigned char", 1, false), 0), 0, 0, 0, "", "bytes"))));

    private static final int MOST_NOTICES = 4;
    private final String map;
    private final boolean padded;
    private final List<Tagged> tagged;
    private final List<Schema> untagged;
    private final Consumer<String> notices;
    private final Set<Integer> told = new HashSet<>();
    private int lastSize = -1;
    private Schema last;

    private record Tagged(Tag tag, long value, Schema schema) { }

    /** @param padded whether records come through a perf buffer, which pads them */
    Layouts(String map, List<Output.Variant> variants, boolean padded, Consumer<String> notices) {
        this.map = map;
        this.padded = padded;
        this.notices = notices;
        tagged = variants.stream().filter(v -> !v.tagField().isEmpty()).flatMap(v -> tagged(v).stream()).toList();
        untagged = variants.stream().filter(v -> v.tagField().isEmpty()).map(Output.Variant::schema).toList();
    }

    private Optional<Tagged> tagged(Output.Variant variant) {
        Optional<Tag> tag = Tag.find(variant.schema().type(), variant.tagField());
        if (tag.isEmpty()) notices.accept("map " + map + ": " + variant.schema().name() + " has no field " + variant.tagField() + " to tell it by, it is never chosen");
        return tag.map(t -> new Tagged(t, variant.tagValue(), variant.schema()));
    }

    Schema of(byte[] record) {
        if (!tagged.isEmpty()) {
            ByteBuffer in = ByteBuffer.wrap(record).order(ByteOrder.nativeOrder());
            for (Tagged t : tagged) if (t.tag.matches(in, t.value)) return t.schema;
        }
        if (record.length != lastSize) {
            last = bySize(record.length);
            lastSize = record.length;
        }
        return last;
    }

    private Schema bySize(int size) {
        for (Schema s : untagged) if (s.size() == size && size > 0) return s;
        if (padded) for (Schema s : untagged) if (padded(s.size()) == size) return s;
        return largest(size, true).orElseGet(() -> nearest(size));
    }

    /** A perf sample starts with its size as u32 and ends at a multiple of 8 bytes. */
    private static int padded(int size) {
        return (size + 4 + 7) / 8 * 8 - 4;
    }

    private Optional<Schema> largest(int atMost, boolean open) {
        return untagged.stream().filter(s -> s.size() <= atMost && (!open || isOpen(s.type()))).max(Comparator.comparingInt(Schema::size));
    }

    private static boolean isOpen(Type type) {
        return switch (type) {
            case Type.Array a -> a.count() == 0;
            case Type.Struct s -> !s.fields().isEmpty() && isOpen(s.fields().getLast().type());
            case Type.Int i -> false;
            case Type.Char c -> false;
            case Type.Bool b -> false;
            case Type.Float f -> false;
            case Type.Enum e -> false;
            case Type.Pointer p -> false;
        };
    }

    private Schema nearest(int size) {
        if (untagged.isEmpty() && tagged.isEmpty()) return BYTES;
        Schema chosen = largest(size, false).orElse(untagged.size() == 1 ? untagged.getFirst() : BYTES);
        if (told.size() < MOST_NOTICES && told.add(size)) {
            notices.accept("map " + map + ": records of " + size + " bytes fit no known layout, shown as " + chosen.name()
                    + (chosen == BYTES ? "" : chosen.size() > size ? ", cut short" : ", without the bytes behind it"));
        }
        return chosen;
    }
}
