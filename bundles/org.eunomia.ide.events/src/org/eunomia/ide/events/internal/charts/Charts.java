package org.eunomia.ide.events.internal.charts;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.text.Format;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.eunomia.ide.events.internal.views.Palette;

/** Makes charts that look like the rest of the workbench. */
final class Charts {
    private static final int MOST_LABELS = 200;
    private static final String[] UNITS = { "", "K", "M", "G", "T" };

    private Charts() { }

    static Chart of(Composite parent, String id) {
        Chart chart = new Chart(parent, SWT.NONE);
        chart.setData("org.eunomia.id", id);
        chart.getTitle().setVisible(false);
        chart.getLegend().setVisible(false);
        chart.getLegend().setPosition(SWT.BOTTOM);
        for (IAxis axis : chart.getAxisSet().getAxes()) axis.getTitle().setVisible(false);
        chart.getAxisSet().getXAxis(0).getGrid().setStyle(LineStyle.NONE);
        chart.getAxisSet().getYAxis(0).getGrid().setStyle(LineStyle.SOLID);
        return chart;
    }

    static void apply(Palette palette, Chart chart) {
        chart.setBackground(palette.paper());
        chart.getPlotArea().setBackground(palette.paper());
        chart.getLegend().setBackground(palette.paper());
        chart.getLegend().setForeground(palette.text());
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTick().setForeground(palette.faint());
            axis.getGrid().setForeground(palette.grid());
            axis.getTitle().setForeground(palette.faint());
        }
    }

    /** The end of an axis a little above {@code most}: 1, 2 or 5 and zeros. */
    static double nice(double most) {
        if (!(most > 0)) return 1;
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double step : new double[] { 1, 1.5, 2, 3, 4, 5, 6, 8 }) if (most <= step * power) return step * power;
        return 10 * power;
    }

    /** From 0, with room for the label of the end. */
    static Range range(double most) {
        return new Range(0, nice(most) * 1.06);
    }

    /** {@code 950}, {@code 1.2K}, {@code 30M}. */
    static String shortNumber(double number) {
        double value = number;
        int unit = 0;
        while (Math.abs(value) >= 1000 && unit < 4) {
            value /= 1000;
            unit++;
        }
        return new DecimalFormat(value < 10 && unit > 0 || value != Math.rint(value) ? "0.#" : "0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value) + UNITS[unit];
    }

    /** In the form that axes take, which read their labels back to see whether these are exact. */
    static Format format(DoubleFunction<String> text) {
        Map<String, Double> written = new HashMap<>();
        return new NumberFormat() {
            private static final long serialVersionUID = 1L;

            @Override
            public StringBuffer format(double number, StringBuffer out, FieldPosition position) {
                if (written.size() > MOST_LABELS) written.clear();
                written.put(text.apply(number), number);
                return out.append(text.apply(number));
            }

            @Override
            public StringBuffer format(long number, StringBuffer out, FieldPosition position) {
                return format((double) number, out, position);
            }

            @Override
            public Number parse(String label, ParsePosition position) {
                position.setIndex(label.length());
                return written.getOrDefault(label, 0.0);
            }
        };
    }
}
