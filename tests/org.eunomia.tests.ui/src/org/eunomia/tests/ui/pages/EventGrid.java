package org.eunomia.tests.ui.pages;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.widgets.Composite;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;

/** The rows that the event view shows. */
public final class EventGrid {
    private static final String VIEW = "org.eunomia.ide.events.view";

    private EventGrid() {
    }

    public static void awaitText(String text) {
        Composite view = Workbench.view(VIEW);
        Ui.await("an event with " + text, () -> texts(view).stream().anyMatch(cell -> cell.contains(text)));
    }

    /** Of the cells in sight, titles included. */
    private static List<String> texts(Composite view) {
        List<String> texts = new ArrayList<>();
        for (NatTable table : Widgets.below(view, NatTable.class)) {
            if (!table.isVisible()) continue;
            for (int row = 0; row < table.getRowCount(); row++) {
                for (int column = 0; column < table.getColumnCount(); column++) texts.add(String.valueOf(table.getDataValueByPosition(column, row)));
            }
        }
        return texts;
    }
}
