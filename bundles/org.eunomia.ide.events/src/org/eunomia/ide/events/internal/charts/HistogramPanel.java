package org.eunomia.ide.events.internal.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.Range;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.ide.events.internal.views.Choice;
import org.eunomia.ide.events.internal.views.Palette;

/** One of the histograms in a tracker's maps as bars. */
final class HistogramPanel {
    private static final String ALL = "all keys together";
    private static final String SERIES = "histogram";
    private final Composite control;
    private final Combo map;
    private final Combo key;
    private final Button last;
    private final Label note;
    private final Chart chart;
    private Palette palette;
    private HistogramSeries shown;

    HistogramPanel(Composite parent, Runnable changed) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(8, 4).applyTo(control);
        map = combo("Map", "histogram.map", e -> changed.run());
        key = combo("Key", "histogram.key", e -> draw());
        last = new Button(control, SWT.CHECK);
        last.setText("Only the &last second");
        last.setToolTipText("Count what came since the look before instead of since the start");
        last.addListener(SWT.Selection, e -> draw());
        note = new Label(control, SWT.RIGHT);
        note.setData("org.eunomia.id", "histogram.note");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(note);
        chart = Charts.of(control, "histogram");
        GridDataFactory.fillDefaults().span(6, 1).grab(true, true).applyTo(chart);
        IAxis slots = chart.getAxisSet().getXAxis(0);
        slots.enableCategory(true);
        slots.getTitle().setVisible(true);
        slots.getTitle().setText(" ");
        slots.getTitle().setFont(control.getFont());
        chart.getAxisSet().getYAxis(0).getTick().setFormat(Charts.format(Charts::shortNumber));
        chart.getAxisSet().getYAxis(0).getTick().setTickMarkStepHint(32);
    }

    private Combo combo(String label, String id, org.eclipse.swt.widgets.Listener changed) {
        new Label(control, SWT.NONE).setText(label);
        Combo combo = new Combo(control, SWT.READ_ONLY);
        combo.setData("org.eunomia.id", id);
        combo.addListener(SWT.Selection, changed);
        return combo;
    }

    Composite control() {
        return control;
    }

    /** The chosen one; empty when there is none. */
    String map() {
        return map.getText();
    }

    void offer(List<MapSpec> maps) {
        Choice.offer(map, maps.stream().map(MapSpec::name).toList());
    }

    /** @param series null when there is nothing to show */
    void show(HistogramSeries series) {
        shown = series;
        List<String> keys = new ArrayList<>();
        if (series != null && series.keys().size() != 1) keys.add(ALL);
        if (series != null) keys.addAll(series.keys());
        if (keys.size() == 1 && keys.getFirst().matches("(\\S+ 0)?")) keys.set(0, "the only one");
        Choice.offer(key, keys);
        draw();
    }

    private void draw() {
        Palette now = Palette.of(control);
        if (now != palette) Charts.apply(now, chart);
        palette = now;
        HistogramSeries.Bars bars = shown == null ? new HistogramSeries.Bars(List.of(), new long[0]) : chosen();
        chart.suspendUpdate(true);
        if (bars.counts().length == 0) {
            if (chart.getSeriesSet().getSeries(SERIES) != null) chart.getSeriesSet().deleteSeries(SERIES);
            note.setText(shown == null ? "This tracker has no histogram." : "Nothing counted yet.");
        } else {
            draw(bars);
        }
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private HistogramSeries.Bars chosen() {
        String wanted = key.getText();
        return wanted.equals(ALL) || wanted.isEmpty() ? shown.all(last.getSelection()) : shown.of(shown.keys().size() == 1 ? shown.keys().getFirst() : wanted, last.getSelection());
    }

    private void draw(HistogramSeries.Bars bars) {
        IAxis slots = chart.getAxisSet().getXAxis(0);
        IBarSeries<?> series = (IBarSeries<?>) chart.getSeriesSet().getSeries(SERIES);
        if (series == null) series = (IBarSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.BAR, SERIES);
        series.setBarPadding(12);
        series.setBarColor(palette.series(0));
        double[] counts = new double[bars.counts().length];
        double most = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = bars.counts()[i];
            most = Math.max(most, counts[i]);
        }
        series.setYSeries(counts);
        boolean narrow = !fit(bars.ranges());
        slots.setCategorySeries((narrow ? bars.lows() : bars.ranges()).toArray(String[]::new));
        slots.setRange(new Range(0, Math.max(0, counts.length - 1)));
        String unit = (shown.map().unit().isEmpty() ? "value" : shown.map().unit()) + (narrow ? ", each bar up to where the next begins" : "");
        if (!slots.getTitle().getText().equals(unit)) slots.getTitle().setText(unit);
        slots.getTitle().setForeground(palette.faint());
        chart.getAxisSet().getYAxis(0).setRange(Charts.range(Math.max(most, 5)));
        String text = String.format(Locale.ROOT, "%,d counted", bars.total());
        if (!note.getText().equals(text)) note.setText(text);
    }

    private boolean fit(List<String> texts) {
        GC gc = new GC(chart);
        int widest = texts.stream().mapToInt(t -> gc.textExtent(t).x).max().orElse(0) + 10;
        gc.dispose();
        return widest * texts.size() <= chart.getPlotArea().getSize().x;
    }
}
