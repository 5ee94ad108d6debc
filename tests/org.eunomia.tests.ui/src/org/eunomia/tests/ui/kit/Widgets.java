package org.eunomia.tests.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/** Finds what is to be seen. Each method waits until it is there, and fails with its name otherwise. */
public final class Widgets {
    private Widgets() {
    }

    public static Shell shell(String title) {
        return Ui.awaitPresent("a window titled " + title, () -> shells().stream().filter(shell -> plain(shell.getText()).equals(title)).findFirst());
    }

    public static void awaitClosed(Shell shell) {
        Ui.await("a window to close", shell::isDisposed);
    }

    /** The first visible control of a class below {@code root} that {@code predicate} is true for. */
    public static <T extends Control> T the(Composite root, Class<T> type, String what, Predicate<? super T> predicate) {
        return Ui.awaitPresent(what, () -> below(root, type).stream().filter(Control::isVisible).filter(predicate).findFirst());
    }

    /** The visible control that the program gave a name by {@code setData("org.eunomia.id", …)}. */
    public static <T extends Control> T named(Composite root, Class<T> type, String id) {
        return the(root, type, id, control -> isNamed(control, id));
    }

    /** For use in the workbench's thread. */
    public static boolean isNamed(Widget widget, String id) {
        return id.equals(widget.getData("org.eunomia.id"));
    }

    /** Chooses an entry as the user would. */
    public static void choose(Combo combo, String text) {
        Ui.run(() -> {
            combo.setText(text);
            combo.notifyListeners(SWT.Selection, new Event());
        });
    }

    public static Button button(Composite root, String text) {
        return the(root, Button.class, "a button " + text, button -> plain(button.getText()).equals(text));
    }

    /** The button, once it can be pressed. */
    public static Button enabledButton(Composite root, String text) {
        return the(root, Button.class, "an enabled button " + text, button -> plain(button.getText()).equals(text) && button.isEnabled());
    }

    /** The text field that follows the label. */
    public static Text fieldAfter(Composite root, String label) {
        return Ui.awaitPresent("a field labelled " + label, () -> {
            boolean labelled = false;
            for (Control control : below(root, Control.class)) {
                if (control instanceof Label text && plain(text.getText()).equals(label)) labelled = true;
                else if (labelled && control instanceof Text field && field.isVisible()) return Optional.of(field);
            }
            return Optional.empty();
        });
    }

    /** @param path texts from the root on; its items are opened on the way */
    public static TreeItem treeItem(Tree tree, String... path) {
        return Ui.awaitPresent("the tree item " + String.join(" > ", path), () -> {
            TreeItem[] items = tree.getItems();
            TreeItem found = null;
            for (String text : path) {
                if (found != null && !found.getExpanded()) {
                    found.setExpanded(true);
                    found.notifyListeners(SWT.Expand, expansionOf(found));
                    tree.notifyListeners(SWT.Expand, expansionOf(found));
                    items = found.getItems();
                }
                found = null;
                for (TreeItem item : items) if (item.getText().startsWith(text)) found = item;
                if (found == null) return Optional.empty();
                items = found.getItems();
            }
            tree.showItem(found);
            return Optional.ofNullable(found);
        });
    }

    private static Event expansionOf(TreeItem item) {
        Event event = new Event();
        event.item = item;
        return event;
    }

    public static TableItem tableItem(Table table, String text) {
        return Ui.awaitPresent("the table item " + text, () -> {
            for (TableItem item : table.getItems()) {
                if (item.getText().startsWith(text)) {
                    table.showItem(item);
                    return Optional.of(item);
                }
            }
            return Optional.empty();
        });
    }

    public static ToolItem toolItem(Composite root, String tip) {
        return Ui.awaitPresent("a tool item " + tip, () -> below(root, ToolBar.class).stream().filter(Control::isVisible).flatMap(bar -> List.of(bar.getItems()).stream())
                .filter(item -> item.getToolTipText() != null && item.getToolTipText().startsWith(tip)).findFirst());
    }

    /** Chooses an entry of a control's context menu. */
    public static void chooseContext(Control control, String... path) {
        MenuItem item = Ui.awaitPresent("the menu entry " + String.join(" > ", path), () -> {
            Menu menu = control.getMenu();
            MenuItem found = null;
            for (String text : path) {
                if (menu == null) return Optional.empty();
                menu.notifyListeners(SWT.Show, new Event());
                found = null;
                for (MenuItem each : menu.getItems()) if (plain(each.getText()).equals(text) && each.isEnabled()) found = each;
                if (found == null) return Optional.empty();
                menu = found.getMenu();
            }
            return Optional.ofNullable(found);
        });
        Ui.display().asyncExec(() -> item.notifyListeners(SWT.Selection, new Event()));
    }

    /** All of a class below {@code root}, in the order of their making. For use in the workbench's thread. */
    public static <T extends Widget> List<T> below(Composite root, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(root, type, found);
        return found;
    }

    private static <T extends Widget> void collect(Composite root, Class<T> type, List<T> found) {
        for (Control child : root.getChildren()) {
            if (type.isInstance(child)) found.add(type.cast(child));
            if (child instanceof Composite composite) collect(composite, type, found);
        }
    }

    static List<Shell> shells() {
        return List.of(Ui.display().getShells());
    }

    /** Without mnemonics and key hints. */
    public static String plain(String text) {
        return text.replace("&", "").replaceAll("\t.*", "");
    }
}
