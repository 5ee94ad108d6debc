package org.eunomia.ide.events.internal.charts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eunomia.ide.events.internal.model.ColumnModel;
import org.eunomia.ide.events.internal.model.EventColumn;
import org.eunomia.ide.events.internal.model.FieldColumn;
import org.eunomia.ide.events.internal.model.HeadColumn;
import org.eunomia.ide.events.internal.views.Choice;

/** The values that are most frequent in a column, or have most of another. */
final class TopPanel {
    static final int ROWS = 100;
    private static final String COUNT = "number of events";
    private static final String SUM = "sum of ";
    private final Composite control;
    private final Combo column;
    private final Combo weight;
    private final Label note;
    private final BarList list;
    private boolean chosen;

    TopPanel(Composite parent, Runnable changed) {
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 4).applyTo(control);
        new Label(control, SWT.NONE).setText("Top");
        column = combo("top.column", "Column whose values are counted", changed);
        new Label(control, SWT.NONE).setText("by");
        weight = combo("top.weight", "What makes a value large", changed);
        weight.setItems(COUNT);
        weight.select(0);
        note = new Label(control, SWT.RIGHT);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(note);
        list = new BarList(control, "top");
        GridDataFactory.fillDefaults().span(5, 1).grab(true, true).applyTo(list.control());
    }

    private Combo combo(String id, String tip, Runnable changed) {
        Combo combo = new Combo(control, SWT.READ_ONLY);
        combo.setData("org.eunomia.id", id);
        combo.setToolTipText(tip);
        combo.addListener(SWT.Selection, e -> {
            chosen = true;
            changed.run();
        });
        return combo;
    }

    Composite control() {
        return control;
    }

    String column() {
        return column.getText();
    }

    /** Empty to count. */
    String weight() {
        return weight.getText().startsWith(SUM) ? weight.getText().substring(SUM.length()) : "";
    }

    /** @return whether something else is to be counted from now on */
    boolean offer(List<ColumnModel> models) {
        List<String> titles = new ArrayList<>();
        List<String> weights = new ArrayList<>(List.of(COUNT));
        String liked = null;
        for (ColumnModel model : models) {
            for (EventColumn c : model.columns()) {
                boolean field = c instanceof FieldColumn;
                if ((field || c == HeadColumn.HOST || c == HeadColumn.TRACKER || c == HeadColumn.TYPE) && !titles.contains(c.title())) titles.add(field ? titles.size() : 0, c.title());
                if (field && c.isNumeric() && !weights.contains(SUM + c.title())) weights.add(SUM + c.title());
                if (field && (liked == null || c.title().equals("comm"))) liked = c.title();
            }
        }
        titles.sort((a, b) -> Boolean.compare(isHead(a), isHead(b)));
        boolean other = Choice.offer(column, titles) | Choice.offer(weight, weights);
        if (!chosen && liked != null && !column.getText().equals(liked)) {
            column.select(titles.indexOf(liked));
            other = true;
        }
        return other;
    }

    private static boolean isHead(String title) {
        return title.equals("host") || title.equals("tracker") || title.equals("type");
    }

    void show(List<TopValues> counted) {
        double total = counted.stream().mapToDouble(TopValues::total).sum();
        boolean exact = counted.stream().allMatch(TopValues::isExact);
        Map<String, Double> merged = new HashMap<>();
        for (TopValues values : counted) for (TopValues.Top t : values.top(ROWS)) merged.merge(t.value(), t.weight(), Double::sum);
        List<BarList.Bar> bars = merged.entrySet().stream().sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey())).limit(ROWS)
                .map(e -> bar(e.getKey(), e.getValue(), total)).toList();
        list.show(bars, column.getItemCount() == 0 ? "No events yet." : "No values yet.");
        String held = String.format(Locale.ROOT, "%,d", counted.stream().mapToInt(TopValues::size).sum());
        String text = bars.isEmpty() ? "" : exact ? "of " + held : "of over " + held;
        if (note.getText().equals(text)) return;
        note.setText(text);
        note.setToolTipText(held + " different values" + (exact ? "" : " are held; the numbers are upper bounds, and no frequent value is missing"));
    }

    private static BarList.Bar bar(String value, double weight, double total) {
        String number = weight == Math.rint(weight) && Math.abs(weight) < 1e15 ? String.format(Locale.ROOT, "%,d", (long) weight) : String.format(Locale.ROOT, "%.4g", weight);
        return new BarList.Bar(value.isEmpty() ? "(empty)" : value, number + String.format(Locale.ROOT, "  %.1f %%", weight * 100 / total), weight / total);
    }
}
