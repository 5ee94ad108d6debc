package org.eunomia.ide.events.internal.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eunomia.core.LossLedger;
import org.eunomia.ide.events.internal.model.EventFeed;
import org.eunomia.ide.events.internal.model.EventList;
import org.eunomia.ide.events.internal.model.EventStore;

/** What is shown and what is not, always in sight: every event that the trackers produced is in exactly one of the numbers. */
final class StatusLine {
    /** For tests. */
    static final String ID = "org.eunomia.ide.events.status";
    private final StyledText text;
    private long lastReceived;
    private long lastNanos = System.nanoTime();
    private double rate;

    StatusLine(Composite parent) {
        text = new StyledText(parent, SWT.READ_ONLY | SWT.SINGLE);
        text.setData("org.eunomia.id", ID);
        text.setCaret(null);
        text.setMargins(6, 3, 6, 3);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    }

    /** @param notice what is to be known besides, empty for nothing */
    void show(EventList.Snapshot shown, EventStore.Counts counts, List<EventFeed.Status> feeds, String notice) {
        String first = notice.isEmpty() ? "" : notice + "   ";
        StringBuilder line = new StringBuilder(first);
        line.append(number(shown.rows().size())).append(" shown");
        if (shown.hidden() > 0) line.append("   ").append(number(shown.hidden())).append(" hidden by the filter");
        if (shown.pending() > 0) line.append("   ").append(number(shown.pending())).append(" to look at");
        if (shown.waiting() > 0) line.append("   ").append(number(shown.waiting())).append(" more since the pause");
        if (counts.dropped() > 0) line.append("   ").append(number(counts.dropped())).append(" dropped from memory");
        if (counts.cleared() > 0) line.append("   ").append(number(counts.cleared())).append(" cleared");
        long skipped = feeds.stream().mapToLong(EventFeed.Status::skipped).sum();
        long lost = feeds.stream().flatMap(f -> f.losses().stream()).mapToLong(LossLedger::lost).sum();
        long produced = feeds.stream().flatMap(f -> f.losses().stream()).mapToLong(LossLedger::produced).sum();
        boolean known = feeds.stream().anyMatch(f -> f.losses().isPresent());
        line.append("   |   ").append(number(counts.received())).append(" received");
        if (skipped > 0) line.append("   ").append(number(skipped)).append(" not fetched in time");
        if (known) line.append("   ").append(number(produced)).append(" produced   ");
        int lossAt = line.length();
        line.append(known ? number(lost) + " lost" : "");
        int lossEnd = line.length();
        line.append("   ").append(number(Math.round(rate(counts.received())))).append("/s");
        String now = line.toString();
        if (now.equals(text.getText())) return;
        text.setText(now);
        if (!first.isEmpty()) text.setStyleRange(new StyleRange(0, first.length(), Tint.red(text), null, SWT.BOLD));
        if (lost > 0) text.setStyleRange(new StyleRange(lossAt, lossEnd - lossAt, Tint.red(text), null, SWT.BOLD));
        text.setToolTipText(explain(feeds, skipped));
    }

    private static String explain(List<EventFeed.Status> feeds, long skipped) {
        StringBuilder tip = new StringBuilder("produced = delivered + lost");
        for (EventFeed.Status f : feeds) {
            f.losses().ifPresent(l -> {
                tip.append('\n').append(number(l.produced())).append(" produced = ").append(number(l.delivered())).append(" delivered");
                for (Map.Entry<String, Long> e : l.reserveFailures().entrySet()) tip.append(" + ").append(number(e.getValue())).append(" that found map ").append(e.getKey()).append(" full");
                for (Map.Entry<String, Long> e : l.dropped().entrySet()) tip.append(" + ").append(number(e.getValue())).append(" dropped by ").append(e.getKey());
            });
        }
        if (skipped > 0) tip.append("\nNot fetched in time: the runtime dropped them before this view had read them.");
        return tip.append("\nreceived = shown + hidden + dropped from memory + cleared").toString();
    }

    private double rate(long received) {
        long now = System.nanoTime();
        if (now - lastNanos >= 1_000_000_000L) {
            rate = (received - lastReceived) * 1e9 / (now - lastNanos);
            lastReceived = received;
            lastNanos = now;
        }
        return Math.max(0, rate);
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    StyledText control() {
        return text;
    }
}
