package org.eunomia.tests.ui.pages;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;

/** One of the views of charts, maps and stacks. */
public final class TrackerView {
    private final Composite root;

    public TrackerView(String id) {
        root = Workbench.view(id);
    }

    public Composite root() {
        return root;
    }

    public <T extends Control> T widget(Class<T> type, String id) {
        return Widgets.named(root, type, id);
    }

    public void choose(String id, String item) {
        Combo combo = widget(Combo.class, id);
        Ui.await(item + " in " + id, () -> combo.indexOf(item) >= 0);
        Widgets.choose(combo, item);
    }

    public String text(String id) {
        return widget(Label.class, id).getText();
    }

    /** Waits until a label says something that has {@code part} in it. */
    public void awaitText(String id, String part) {
        Label label = widget(Label.class, id);
        Ui.await(part + " in " + id, () -> label.getText().contains(part));
    }
}
