package org.eunomia.ide.ui.internal.targets;

import java.util.List;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** Shows details to read and to copy. */
final class DetailsDialog extends Dialog {
    private static final int COPY = IDialogConstants.CLIENT_ID + 1;
    private final String title;
    private final List<Details.Group> groups;

    private DetailsDialog(Shell parent, String title, List<Details.Group> groups) {
        super(parent);
        this.title = title;
        this.groups = groups;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    static void open(Shell parent, String title, List<Details.Group> groups) {
        if (!parent.isDisposed()) new DetailsDialog(parent, title, groups).open();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Properties of " + title);
        shell.setData("org.eunomia.id", "org.eunomia.ide.ui.details");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Tree tree = new Tree(area, SWT.BORDER | SWT.FULL_SELECTION);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(tree);
        TreeColumn name = new TreeColumn(tree, SWT.LEFT);
        TreeColumn value = new TreeColumn(tree, SWT.LEFT);
        name.setWidth(200);
        value.setWidth(380);
        for (Details.Group g : groups) {
            TreeItem item = new TreeItem(tree, SWT.NONE);
            item.setText(g.name());
            for (Details.Row r : g.rows()) new TreeItem(item, SWT.NONE).setText(new String[] {r.name(), r.value()});
            item.setExpanded(true);
        }
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, COPY, "Cop&y", false);
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        if (id != COPY) {
            super.buttonPressed(id);
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Details.Group g : groups) {
            text.append(g.name()).append('\n');
            for (Details.Row r : g.rows()) text.append("  ").append(r.name()).append(": ").append(r.value()).append('\n');
        }
        Clipboard clipboard = new Clipboard(getShell().getDisplay());
        clipboard.setContents(new Object[] {text.toString()}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    @Override
    protected Point getInitialSize() {
        return new Point(640, 520);
    }
}
