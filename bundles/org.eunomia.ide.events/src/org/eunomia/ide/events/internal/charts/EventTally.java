package org.eunomia.ide.events.internal.charts;

import org.eunomia.core.view.TextBuffer;
import org.eunomia.ide.events.internal.model.ColumnModel;
import org.eunomia.ide.events.internal.model.EventColumn;
import org.eunomia.ide.events.internal.model.EventStore;
import org.eunomia.ide.events.internal.model.EventWindow;
import org.eunomia.ide.events.internal.model.Row;
import org.eunomia.ide.events.internal.model.filter.Filter;
import org.eunomia.ide.events.internal.model.filter.FilterException;
import org.eunomia.ide.events.internal.model.filter.RowTest;

/** Counts what a store holds, and goes on from there: the rate, and the values of one column. Used by one thread. */
public final class EventTally {
    /** As long as the longest span that is shown. */
    static final int SLOTS = 3600;
    static final long SLOT_NANOS = 1_000_000_000L;
    private static final int VALUES = 10_000;

    private final EventStore store;
    private final Spec spec;
    private final RateSeries rates = new RateSeries(SLOTS, SLOT_NANOS);
    private final TopValues values = new TopValues(VALUES);
    private final Row row = new Row();
    private ColumnModel columns = ColumnModel.EMPTY;
    private EventColumn by;
    private EventColumn weight;
    private RowTest test = RowTest.ALL;
    private long next = -1;
    private long counted;
    private long missed;

    /**
     * What to count.
     *
     * @param by     the title of the column whose values are told apart, empty for none
     * @param weight the title of the column that is summed up, empty to count events
     */
    public record Spec(Filter filter, String by, String weight) { }

    public EventTally(EventStore store, Spec spec) {
        this.store = store;
        this.spec = spec;
    }

    public Spec spec() {
        return spec;
    }

    /**
     * Counts at most {@code most} events that were not counted yet.
     *
     * @return whether there are more
     */
    public boolean advance(int most) throws FilterException {
        EventWindow window = store.window();
        if (window.kinds().size() != columns.kinds().size()) bind(columns.with(window.kinds()));
        if (next < 0) next = window.first();
        if (next < window.first()) {
            missed += window.first() - next;
            next = window.first();
        }
        long end = Math.min(window.end(), next + most);
        for (; next < end; next++) count(row.moveTo(window, next));
        return next < window.end();
    }

    private void bind(ColumnModel model) throws FilterException {
        test = spec.filter.bind(model);
        columns = model;
        by = model.find(spec.by).orElse(null);
        weight = model.find(spec.weight).orElse(null);
    }

    private void count(Row event) {
        if (!test.test(event)) return;
        counted++;
        rates.add(event.timeNanos());
        if (by == null || !by.isIn(event)) return;
        double heavy = weight == null ? 1 : weight.number(event);
        if (!(heavy > 0)) return;
        TextBuffer text = event.scratch();
        by.text(event, text);
        values.add(text.toString(), heavy);
    }

    public RateSeries rates() {
        return rates;
    }

    public TopValues values() {
        return values;
    }

    /** Those of the kinds that were there at the last advance. */
    public ColumnModel columns() {
        return columns;
    }

    /** Events that passed the filter. */
    public long counted() {
        return counted;
    }

    /** Events that the store had dropped before they could be counted. */
    public long missed() {
        return missed;
    }
}
