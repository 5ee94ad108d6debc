package org.eunomia.tests.ui;

import java.util.Optional;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;

/** The view of targets. */
final class TargetsPage {
    static final String ID = "org.eunomia.ide.ui.targets";
    static final int STATE = 1;
    static final int GENERATION = 2;
    static final int RATE = 3;
    static final int KERNEL = 5;
    private final Tree tree;

    TargetsPage() {
        Composite view = Workbench.view(ID);
        tree = Widgets.named(view, Tree.class, ID);
    }

    Tree tree() {
        return tree;
    }

    /** Waits until a cell of a row begins with a text. */
    void awaitCell(String row, int column, String text) {
        Ui.await(row + " to show " + text, () -> find(row).filter(i -> i.getText(column).startsWith(text)).isPresent());
    }

    String cell(String row, int column) {
        return Ui.awaitPresent(row, () -> find(row)).getText();
    }

    void awaitGone(String row) {
        Ui.await(row + " to go", () -> find(row).isEmpty());
    }

    private Optional<TreeItem> find(String row) {
        for (TreeItem target : tree.getItems()) {
            if (target.getText().startsWith(row)) return Optional.of(target);
            for (TreeItem tracker : target.getItems()) if (tracker.getText().startsWith(row)) return Optional.of(tracker);
        }
        return Optional.empty();
    }

    void select(String... rows) {
        for (String row : rows) Ui.awaitPresent(row, () -> find(row));
        Ui.run(() -> {
            IViewPart part = Workbench.page().showView(ID);
            Object[] elements = new Object[rows.length];
            for (int i = 0; i < rows.length; i++) elements[i] = find(rows[i]).orElseThrow().getData();
            part.getSite().getSelectionProvider().setSelection(new StructuredSelection(elements));
            tree.setFocus();
        });
    }

    void choose(String entry) {
        Widgets.chooseContext(tree, entry);
    }

    /** Makes the view as wide as the window, for a picture. */
    void maximize() {
        Ui.run(() -> Workbench.page().toggleZoom(Workbench.page().findViewReference(ID)));
    }

    /** Types into a field that is found by its id. */
    static void fill(Shell shell, String id, String text) {
        Text field = Widgets.named(shell, Text.class, id);
        Input.click(field);
        Ui.run(field::selectAll);
        Input.type(text);
        Ui.await(id + " to be typed", () -> field.getText().equals(text));
    }

    /** Leaves the local target alone, without what has run there. */
    static void removeAll() throws Exception {
        TargetRegistry.shared().disconnect(Target.LOCAL);
        for (Target t : TargetRegistry.shared().list()) TargetRegistry.shared().remove(t);
    }
}
