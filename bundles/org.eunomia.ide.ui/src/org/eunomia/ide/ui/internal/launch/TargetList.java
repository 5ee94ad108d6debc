package org.eunomia.ide.ui.internal.launch;

import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;

/** Chooses one or several targets. */
final class TargetList {
    private final Table table;

    TargetList(Composite parent, Runnable changed) {
        table = new Table(parent, SWT.CHECK | SWT.BORDER | SWT.V_SCROLL);
        table.setData("org.eunomia.id", "targets");
        table.setToolTipText("the same tracker is started on all that are checked");
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 66).applyTo(table);
        for (Target t : TargetRegistry.shared().list()) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(t.isLocal() ? t.name() : t.name() + "  (" + t.endpoint() + ")");
            item.setData(t.id());
        }
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            if (e.detail == SWT.CHECK) changed.run();
        }));
    }

    void set(List<String> ids) {
        for (TableItem item : table.getItems()) item.setChecked(ids.contains(item.getData()));
    }

    List<String> get() {
        return List.of(table.getItems()).stream().filter(TableItem::getChecked).map(i -> (String) i.getData()).toList();
    }
}
