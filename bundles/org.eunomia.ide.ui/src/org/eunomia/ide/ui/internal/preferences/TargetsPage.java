package org.eunomia.ide.ui.internal.preferences;

import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;

/** Which targets there are; they are changed in their view, where one sees at once whether they answer. */
public final class TargetsPage extends PreferencePage implements IWorkbenchPreferencePage {
    public static final String ID = "org.eunomia.ide.ui.preferences.targets";
    private static final String VIEW = "org.eunomia.ide.ui.targets";

    public TargetsPage() {
        noDefaultAndApplyButton();
    }

    @Override
    public void init(IWorkbench workbench) { }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(page);
        TableViewer table = new TableViewer(page, SWT.BORDER | SWT.FULL_SELECTION);
        table.getTable().setData("org.eunomia.id", "targets");
        table.getTable().setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 180).applyTo(table.getTable());
        column(table, "Target", 160, Target::name);
        column(table, "Address", 340, t -> t.isLocal() ? "this host" : t.endpoint());
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.setInput(TargetRegistry.shared().list());
        Link link = new Link(page, SWT.WRAP);
        link.setText("Targets are added, changed and removed in the view <a>Targets</a>; tokens and keys lie in the secure storage.");
        GridDataFactory.fillDefaults().grab(true, false).hint(460, SWT.DEFAULT).applyTo(link);
        link.addListener(SWT.Selection, e -> showView());
        return page;
    }

    private static void column(TableViewer table, String title, int width, Function<Target, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((Target) element);
            }
        });
    }

    private void showView() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null) return;
        try {
            window.getActivePage().showView(VIEW);
            getShell().close();
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }
}
