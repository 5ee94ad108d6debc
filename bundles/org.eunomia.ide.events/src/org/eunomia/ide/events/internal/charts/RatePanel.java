package org.eunomia.ide.events.internal.charts;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.Range;
import org.eunomia.ide.events.internal.views.Palette;

/** Events per second over the last minutes, a line for each tracker. */
final class RatePanel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int[] SPANS = { 60, 300, 900, 3600 };
    private static final int MOST_LINES = 8;
    private final Composite control;
    private final Label total;
    private final Combo span;
    private final Chart chart;
    private Palette palette;

    RatePanel(Composite parent, Runnable changed) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).applyTo(control);
        new Label(control, SWT.NONE).setText("Events per second");
        total = new Label(control, SWT.RIGHT);
        total.setData("org.eunomia.id", "rate.total");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(total);
        span = new Combo(control, SWT.READ_ONLY);
        span.setItems("last minute", "last 5 minutes", "last 15 minutes", "last hour");
        span.select(0);
        span.setToolTipText("Time that the chart shows");
        span.addListener(SWT.Selection, e -> changed.run());
        chart = Charts.of(control, "rate");
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(chart);
        IAxis time = chart.getAxisSet().getXAxis(0);
        time.getTick().setFormat(Charts.format(s -> CLOCK.format(Instant.ofEpochSecond(Math.round(s)))));
        time.getTick().setTickMarkStepHint(90);
        chart.getAxisSet().getYAxis(0).getTick().setFormat(Charts.format(Charts::shortNumber));
        chart.getAxisSet().getYAxis(0).getTick().setTickMarkStepHint(32);
    }

    Composite control() {
        return control;
    }

    /** @param lines by their names @param endNanos of the last whole second */
    void show(Map<String, RateSeries> lines, long endNanos, String summary) {
        int seconds = SPANS[Math.max(0, span.getSelectionIndex())];
        long end = Math.floorDiv(endNanos, EventTally.SLOT_NANOS);
        double most = 0;
        chart.suspendUpdate(true);
        dress();
        List<String> gone = new ArrayList<>();
        for (ISeries<?> s : chart.getSeriesSet().getSeries()) if (!lines.containsKey(s.getId())) gone.add(s.getId());
        gone.forEach(chart.getSeriesSet()::deleteSeries);
        int index = 0;
        for (Map.Entry<String, RateSeries> line : lines.entrySet()) {
            if (index == MOST_LINES) break;
            double[] rates = line.getValue().perSecond(endNanos, seconds);
            for (double r : rates) if (r > most) most = r;
            draw(line.getKey(), rates, end - seconds + 1, index++);
        }
        chart.getLegend().setVisible(lines.size() > 1);
        chart.getAxisSet().getXAxis(0).setRange(new Range(end - seconds + 1.0, end));
        chart.getAxisSet().getYAxis(0).setRange(Charts.range(Math.max(most, 5)));
        chart.suspendUpdate(false);
        chart.redraw();
        if (!total.getText().equals(summary)) total.setText(summary);
    }

    private void draw(String name, double[] rates, long first, int index) {
        int from = 0;
        while (from < rates.length - 1 && Double.isNaN(rates[from])) from++;
        double[] x = new double[rates.length - from];
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = first + from + i;
            y[i] = Double.isNaN(rates[from + i]) ? 0 : rates[from + i];
        }
        ILineSeries<?> series = (ILineSeries<?>) chart.getSeriesSet().getSeries(name);
        if (series == null) {
            series = (ILineSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, name);
            series.setSymbolType(ILineSeries.PlotSymbolType.NONE);
            series.setLineWidth(2);
            series.setAntialias(SWT.ON);
        }
        series.enableArea(chart.getSeriesSet().getSeries().length == 1);
        series.setLineColor(palette.series(index));
        series.setXSeries(x);
        series.setYSeries(y);
    }

    private void dress() {
        Palette now = Palette.of(control);
        if (now == palette) return;
        palette = now;
        Charts.apply(palette, chart);
    }
}
