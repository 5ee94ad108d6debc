package org.eunomia.toolchain.internal.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eunomia.core.schema.Type;
import org.eunomia.toolchain.internal.flow.Candidate;
import org.eunomia.toolchain.internal.flow.Handover;
import org.eunomia.toolchain.internal.layout.Companion.Layout;
import org.eunomia.toolchain.internal.layout.Layouts;

/**
 * The type of what one call hands over.
 *
 * @param layout   null when nothing fits
 * @param evidence how it was found, for people
 * @param exact    whether every record has just the size of the type
 */
record EventChoice(Layout layout, String evidence, boolean exact) {

    /** @param sizeInCode the size that the byte code has at every such call, if it has one */
    static EventChoice of(Handover h, Layouts layouts, OptionalLong sizeInCode) {
        Optional<Layout> operand = layouts.find(h.size().type());
        long expected = h.size().variable() ? sizeInCode.orElse(-1) : operand.map(l -> (long) l.schema().size()).orElse(h.size().bytes() >= 0 ? h.size().bytes() : sizeInCode.orElse(-1));
        List<Known> known = known(h, layouts);
        Known nearest = first(known, k -> k.layout.isRecord());
        Known fitting = first(known, k -> k.layout.isRecord() && k.layout.schema().size() == expected);
        if (nearest != null && (expected < 0 || nearest == fitting)) return chosen(nearest, h, expected);
        // The pointer has the type of a common head, the size that of the whole.
        if (operand.isPresent() && operand.get().isRecord() && operand.get().schema().size() == expected) return sizeOf(operand.get(), h);
        if (fitting != null) return chosen(fitting, h, expected);
        if (nearest != null) return chosen(nearest, h, expected);
        if (operand.isPresent() && operand.get().isRecord()) return sizeOf(operand.get(), h);
        Known value = first(known, k -> k.layout.schema().size() == expected && expected > 0 && !isByte(k.layout));
        if (value != null) return chosen(value, h, expected);
        if (operand.isPresent() && !isByte(operand.get())) return sizeOf(operand.get(), h);
        return new EventChoice(null, "nothing tells what " + h.helper() + " at " + h.place() + " hands over", false);
    }

    private record Known(Candidate candidate, Layout layout) { }

    private interface Condition {
        boolean holds(Known k);
    }

    private static List<Known> known(Handover h, Layouts layouts) {
        List<Known> known = new ArrayList<>();
        for (Candidate c : h.candidates()) layouts.find(c.type()).ifPresent(l -> known.add(new Known(c, l)));
        return known;
    }

    private static Known first(List<Known> known, Condition condition) {
        for (Known k : known) if (condition.holds(k)) return k;
        return null;
    }

    private static EventChoice chosen(Known k, Handover h, long expected) {
        int size = k.layout.schema().size();
        String sized = expected < 0 ? ", of a size that only the program knows" : expected == size ? ", " + size + " bytes" : ", " + size + " of " + expected + " bytes";
        return new EventChoice(k.layout, k.candidate.type() + sized + ": the pointer at " + k.candidate.place() + " for " + h.helper() + " at " + h.place(), expected == size);
    }

    private static EventChoice sizeOf(Layout layout, Handover h) {
        boolean exact = !h.size().variable();
        return new EventChoice(layout, h.size().type() + ", " + layout.schema().size() + " bytes" + (exact ? "" : " and more") + ": the sizeof at " + h.place() + " for " + h.helper(), exact);
    }

    private static boolean isByte(Layout layout) {
        return layout.schema().type().size() == 1 && !(layout.schema().type() instanceof Type.Bool) || layout.schema().type() instanceof Type.Pointer;
    }
}
