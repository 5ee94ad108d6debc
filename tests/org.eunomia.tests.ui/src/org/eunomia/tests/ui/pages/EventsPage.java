package org.eunomia.tests.ui.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;

/** The event view. */
public final class EventsPage {
    private static final String ID = "org.eunomia.ide.events.view";
    private final Composite view;

    private EventsPage(Composite view) {
        this.view = view;
    }

    public static EventsPage open() {
        return new EventsPage(Workbench.view(ID));
    }

    private <T extends Control> T marked(Class<T> type, String id) {
        return Widgets.named(view, type, id);
    }

    private NatTable table() {
        return Widgets.the(view, NatTable.class, "a table of events", t -> true);
    }

    public Combo filter() {
        return marked(Combo.class, "org.eunomia.ide.events.filter");
    }

    /** Types a filter where there was another. */
    public EventsPage filter(String text) {
        Combo combo = filter();
        Ui.run(() -> combo.setText(""));
        Input.click(combo);
        Input.type(text);
        Input.press("Return");
        return this;
    }

    public String status() {
        StyledText status = marked(StyledText.class, "org.eunomia.ide.events.status");
        return Ui.get(status::getText);
    }

    public Tree details() {
        return marked(Tree.class, "org.eunomia.ide.events.details");
    }

    public StyledText hex() {
        return marked(StyledText.class, "org.eunomia.ide.events.hex");
    }

    public Text findField() {
        return marked(Text.class, "org.eunomia.ide.events.find");
    }

    public List<String> titles() {
        NatTable table = table();
        return Ui.get(() -> line(table, 0));
    }

    /** The rows that are to be seen. */
    public List<List<String>> rows() {
        NatTable table = table();
        return Ui.get(() -> {
            List<List<String>> rows = new ArrayList<>();
            for (int row = 1; row < table.getRowCount(); row++) rows.add(line(table, row));
            return rows;
        });
    }

    private static List<String> line(NatTable table, int row) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < table.getColumnCount(); column++) cells.add(String.valueOf(table.getDataValueByPosition(column, row)));
        return cells;
    }

    /** The values of a column in the rows that are to be seen. */
    public List<String> values(String title) {
        int column = column(title);
        return rows().stream().map(r -> r.get(column)).toList();
    }

    private int column(String title) {
        List<String> titles = titles();
        for (int i = 0; i < titles.size(); i++) if (titles.get(i).split(" ")[0].equals(title)) return i;
        throw new AssertionError("no column " + title + " among " + titles);
    }

    /** @param row 0 for the title */
    public EventsPage click(String title, int row) {
        Input.click(place(title, row), 1, 1);
        return this;
    }

    public EventsPage doubleClick(String title, int row) {
        Input.click(place(title, row), 1, 2);
        return this;
    }

    private Point place(String title, int row) {
        int column = column(title);
        NatTable table = table();
        return Ui.get(() -> {
            Rectangle cell = table.getBoundsByPosition(column, row);
            return table.toDisplay(cell.x + Math.min(30, cell.width / 2), cell.y + cell.height / 2);
        });
    }

    /** Waits until rows are there and all of them hold. */
    public EventsPage awaitRows(String what, Predicate<List<String>> each) {
        NatTable table = table();
        Ui.await(what, () -> {
            if (table.isDisposed() || table.getRowCount() < 2) return false;
            for (int row = 1; row < table.getRowCount(); row++) if (!each.test(line(table, row))) return false;
            return true;
        });
        return this;
    }

    public EventsPage awaitStatus(String what, Predicate<String> holds) {
        StyledText status = marked(StyledText.class, "org.eunomia.ide.events.status");
        Ui.await(what, () -> holds.test(status.getText()));
        return this;
    }

    /** Waits until a cell that is to be seen holds this, whichever tracker's tab is in front. */
    public EventsPage awaitText(String text) {
        Ui.await("an event with " + text, () -> Widgets.below(view, NatTable.class).stream().filter(NatTable::isVisible)
                .anyMatch(t -> IntStream.range(0, t.getRowCount()).anyMatch(row -> line(t, row).stream().anyMatch(cell -> cell.contains(text)))));
        return this;
    }

    /** Whether some label of the view tells this. */
    public boolean tells(String text) {
        return Ui.get(() -> Widgets.below(view, Label.class).stream().anyMatch(l -> l.isVisible() && l.getText().contains(text)));
    }

    public static List<String> texts(Tree tree) {
        return Ui.get(() -> Arrays.stream(tree.getItems()).map(i -> i.getText(0) + "=" + i.getText(1)).toList());
    }
}
