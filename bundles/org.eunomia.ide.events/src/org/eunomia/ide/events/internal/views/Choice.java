package org.eunomia.ide.events.internal.views;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Combo;

/** Changes what a combo offers without losing what is chosen. */
public final class Choice {
    private Choice() { }

    /** @return whether something else is chosen now: the first of {@code items} when what was is not among them */
    public static boolean offer(Combo combo, List<String> items) {
        String before = combo.getText();
        if (Arrays.asList(combo.getItems()).equals(items)) return false;
        combo.setItems(items.toArray(String[]::new));
        combo.select(items.isEmpty() ? -1 : Math.max(0, items.indexOf(before)));
        combo.requestLayout();
        return !combo.getText().equals(before);
    }
}
