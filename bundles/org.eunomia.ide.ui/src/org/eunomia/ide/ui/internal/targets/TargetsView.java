package org.eunomia.ide.ui.internal.targets;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ViewPart;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetMonitor;
import org.eunomia.ide.core.targets.TargetRegistry;

/** Targets with their trackers, as they are right now. Asks nobody itself: the monitor does, in threads of its own. */
public final class TargetsView extends ViewPart {
    public static final String ID = "org.eunomia.ide.ui.targets";
    private static final String CONTEXT = "org.eunomia.ide.ui.targetsContext";
    private final TargetMonitor monitor = TargetMonitor.shared();
    private final Consumer<Target> listener = target -> update();
    private final AtomicBoolean updating = new AtomicBoolean();
    private TargetMonitor.Watching watching;
    private TreeViewer viewer;
    private ProblemBar problem;
    private Display display;
    /** Opened by us once, when its first tracker came; after that the user decides. */
    private final Set<Target> expanded = new HashSet<>();

    @Override
    public void createPartControl(Composite parent) {
        display = parent.getDisplay();
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(parent);
        Composite area = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        viewer = new TreeViewer(area, SWT.MULTI | SWT.FULL_SELECTION | SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getTree().setData("org.eunomia.id", ID);
        viewer.getTree().setHeaderVisible(true);
        TreeColumnLayout columns = new TreeColumnLayout();
        area.setLayout(columns);
        for (TargetColumn c : TargetColumn.values()) add(c, columns);
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.setContentProvider(new TargetTree(monitor));
        viewer.setInput(TargetRegistry.shared());
        problem = new ProblemBar(parent);
        viewer.addSelectionChangedListener(e -> problem.show(viewer.getStructuredSelection(), monitor));
        viewer.addDoubleClickListener(e -> run(viewer.getStructuredSelection().getFirstElement() instanceof Target ? TargetCommands.PROPERTIES : TargetCommands.SHOW_EVENTS));
        MenuManager menu = new MenuManager();
        menu.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
        Menu shownMenu = menu.createContextMenu(viewer.getTree());
        viewer.getTree().setMenu(shownMenu);
        getSite().registerContextMenu(menu, viewer);
        getSite().setSelectionProvider(viewer);
        getSite().getService(IContextService.class).activateContext(CONTEXT);
        monitor.addListener(listener);
        watching = monitor.watch();
        refresh();
        viewer.setSelection(new StructuredSelection(Target.LOCAL));
    }

    private void add(TargetColumn column, TreeColumnLayout layout) {
        TreeViewerColumn c = new TreeViewerColumn(viewer, column.isNumber() ? SWT.RIGHT : SWT.LEFT);
        c.getColumn().setText(column.title());
        c.getColumn().setToolTipText(column.description());
        c.getColumn().setMoveable(true);
        c.setLabelProvider(new TargetLabels(column, monitor, viewer.getControl()));
        layout.setColumnData(c.getColumn(), new ColumnWeightData(column.weight(), column.width(), true));
    }

    private void run(String command) {
        try {
            getSite().getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException e) {
            // Not what can be done to it; the menu says so as well.
        }
    }

    /** Many changes in a row make one update. */
    private void update() {
        if (!updating.compareAndSet(false, true)) return;
        try {
            display.asyncExec(() -> {
                updating.set(false);
                if (!viewer.getControl().isDisposed()) refresh();
            });
        } catch (SWTException e) {
            // The workbench is closing.
        }
    }

    private void refresh() {
        viewer.getTree().setRedraw(false);
        try {
            viewer.refresh();
            for (Target t : TargetRegistry.shared().list()) if (!monitor.state(t).trackers().isEmpty() && expanded.add(t)) viewer.expandToLevel(t, 1);
        } finally {
            viewer.getTree().setRedraw(true);
        }
        problem.show(viewer.getStructuredSelection(), monitor);
    }

    @Override
    public void setFocus() {
        viewer.getControl().setFocus();
    }

    @Override
    public void dispose() {
        monitor.removeListener(listener);
        if (watching != null) watching.close();
        super.dispose();
    }
}
