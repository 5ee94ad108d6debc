package org.eunomia.ide.events.internal.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eunomia.core.MapEntry;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.view.Column;

/** Rows of a map that change under the user's eyes: what is chosen stays chosen. */
final class EntryTable {
    private static final int MOST_COLUMNS = 60;
    private final Table table;
    private final Runnable sorted;
    private MapTable model;
    private MapSpec shown;
    private List<MapTable.Row> rows = List.of();
    private String sortedBy = "";
    private boolean descending;

    EntryTable(Composite parent, Runnable opened, Runnable sorted, Runnable selected) {
        this.sorted = sorted;
        table = new Table(parent, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setData("org.eunomia.id", "entries");
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        table.addListener(SWT.DefaultSelection, e -> opened.run());
        table.addListener(SWT.Selection, e -> selected.run());
        table.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == 'c' && (e.stateMask & SWT.MOD1) != 0) copy();
        });
    }

    Table control() {
        return table;
    }

    int size() {
        return rows.size();
    }

    /** No virtual table: on GTK, removing its rows makes items of rows that are gone, which a change of the theme then falls over. */
    private void fill() {
        table.setItemCount(rows.size());
        for (int i = 0; i < rows.size(); i++) table.getItem(i).setText(texts(rows.get(i)));
    }

    private String[] texts(MapTable.Row row) {
        return columns().stream().map(c -> MapTable.text(row, c)).toArray(String[]::new);
    }

    private List<Column> columns() {
        return model.columns().stream().limit(MOST_COLUMNS).toList();
    }

    /** As the user wants it, by the names of the columns. */
    MapTable.Order order(MapTable of, String filter) {
        Column by = of.columns().stream().filter(c -> c.name().equals(sortedBy)).findFirst().orElse(null);
        return new MapTable.Order(by, descending, filter);
    }

    void show(MapSpec spec, MapTable now, List<MapTable.Row> content) {
        List<MapEntry> chosen = selection();
        boolean other = !spec.equals(shown);
        model = now;
        rows = content;
        if (other) makeColumns(spec);
        table.setRedraw(false);
        fill();
        if (other) pack();
        select(chosen);
        table.setRedraw(true);
    }

    void clear() {
        rows = List.of();
        shown = null;
        table.setItemCount(0);
        for (TableColumn c : table.getColumns()) c.dispose();
    }

    private void makeColumns(MapSpec spec) {
        shown = spec;
        table.setItemCount(0);
        for (TableColumn c : table.getColumns()) c.dispose();
        table.setSortColumn(null);
        sortedBy = "";
        for (Column c : columns()) {
            TableColumn column = new TableColumn(table, c.isNumeric() ? SWT.RIGHT : SWT.LEFT);
            column.setText(c.name());
            column.setToolTipText(c.type().cName() + (c.comment().isEmpty() ? "" : ": " + c.comment()));
            column.setMoveable(true);
            column.addListener(SWT.Selection, e -> sort(column));
        }
    }

    /** By the title and what stands in the first rows. */
    private void pack() {
        List<Column> columns = columns();
        org.eclipse.swt.graphics.GC gc = new org.eclipse.swt.graphics.GC(table);
        for (int i = 0; i < columns.size(); i++) {
            int width = gc.textExtent(columns.get(i).name()).x + 24;
            for (MapTable.Row row : rows.subList(0, Math.min(50, rows.size()))) width = Math.max(width, gc.textExtent(MapTable.text(row, columns.get(i))).x);
            table.getColumn(i).setWidth(Math.min(420, width + 24));
        }
        gc.dispose();
    }

    private void sort(TableColumn column) {
        descending = column.getText().equals(sortedBy) ? !descending : column.getAlignment() == SWT.RIGHT;
        sortedBy = column.getText();
        table.setSortColumn(column);
        table.setSortDirection(descending ? SWT.DOWN : SWT.UP);
        sorted.run();
    }

    List<MapEntry> selection() {
        List<MapEntry> chosen = new ArrayList<>();
        for (int i : table.getSelectionIndices()) if (i < rows.size()) chosen.add(rows.get(i).entry());
        return chosen;
    }

    private void select(List<MapEntry> chosen) {
        table.deselectAll();
        if (chosen.isEmpty()) return;
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) places.put(Arrays.toString(rows.get(i).entry().key()), i);
        int[] indices = chosen.stream().map(e -> places.get(Arrays.toString(e.key()))).filter(i -> i != null).mapToInt(Integer::intValue).toArray();
        table.select(indices);
    }

    /** The chosen rows as lines with tabs. */
    void copy() {
        int[] chosen = table.getSelectionIndices();
        if (chosen.length == 0) return;
        String text = Arrays.stream(chosen).mapToObj(i -> String.join("\t", texts(rows.get(i)))).collect(Collectors.joining("\n", String.join("\t", columns().stream().map(Column::name).toList()) + "\n", "\n"));
        Clipboard clipboard = new Clipboard(table.getDisplay());
        clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
        clipboard.dispose();
    }
}
