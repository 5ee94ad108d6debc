package org.eunomia.ide.events.internal.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.ide.events.internal.model.ColourRule.Colour;
import org.eunomia.ide.events.internal.model.filter.Filter;
import org.eunomia.ide.events.internal.model.filter.FilterException;
import org.eunomia.ide.events.internal.model.filter.RowTest;

/** Rules for the rows of one view; the first that holds counts. Rules about columns that the view has not are passed over. */
public final class ColourRules {
    public static final ColourRules NONE = new ColourRules(List.of());

    private record Bound(RowTest test, Colour colour) { }

    private final List<Bound> bound;

    private ColourRules(List<Bound> bound) {
        this.bound = bound;
    }

    public static ColourRules bind(List<ColourRule> rules, ColumnModel columns) {
        List<Bound> bound = new ArrayList<>();
        for (ColourRule rule : rules) {
            if (!rule.enabled()) continue;
            try {
                Filter filter = Filter.parse(rule.filter());
                if (!filter.isNone()) bound.add(new Bound(filter.bind(columns), rule.colour()));
            } catch (FilterException e) {
                // Rules are for all trackers, and few have the columns of each: the preference page tells what is wrong in itself.
            }
        }
        return new ColourRules(bound);
    }

    public Optional<Colour> of(Row row) {
        for (Bound b : bound) if (b.test.test(row)) return Optional.of(b.colour);
        return Optional.empty();
    }
}
