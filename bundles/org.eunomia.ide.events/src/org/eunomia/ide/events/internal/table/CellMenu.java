package org.eunomia.ide.events.internal.table;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eunomia.ide.events.internal.model.EventList.Sort;

/** What can be done with the cell under the pointer. */
final class CellMenu {
    private CellMenu() { }

    static void add(EventPage page, IWorkbenchPartSite site) {
        for (Grid grid : page.grids()) {
            MenuManager menu = new MenuManager();
            menu.setRemoveAllWhenShown(true);
            menu.addMenuListener(m -> open(m, page, grid));
            grid.control().setMenu(menu.createContextMenu(grid.control()));
            site.registerContextMenu(EventsView.ID + (grid == page.grids().getFirst() ? "" : ".groups"), menu, site.getSelectionProvider());
        }
    }

    private static void open(IMenuManager menu, EventPage page, Grid grid) {
        Point at = grid.control().toControl(grid.control().getDisplay().getCursorLocation());
        int column = grid.columnAt(at.x);
        int row = grid.rowAt(at.y);
        boolean events = grid == page.grids().getFirst();
        GridContent content = events ? page.content() : page.groupContent();
        boolean isValue = column >= 0 && column < content.columns() && (events || column < page.groupContent().groups().by().size());
        if (isValue && row >= 0 && row < content.rows()) {
            String title = content.title(column);
            String text = content.text(column, row);
            String shown = text.length() > 30 ? text.substring(0, 30) + "…" : text;
            menu.add(action("Show Only " + title + " " + shown, () -> page.narrow(column, row, true)));
            menu.add(action("Hide " + title + " " + shown, () -> page.narrow(column, row, false)));
            menu.add(action("Copy Value", () -> StandardActions.put(page, text)));
            menu.add(action("Copy Rows", () -> StandardActions.copyRows(page)));
            menu.add(new Separator());
        }
        if (isValue && events) {
            String title = content.title(column);
            menu.add(action("Group by " + title, () -> page.group(List.of(title), Optional.empty())));
            menu.add(action("Sort Ascending", () -> page.sort(Optional.of(new Sort(title, false)))));
            menu.add(action("Sort Descending", () -> page.sort(Optional.of(new Sort(title, true)))));
            menu.add(action("Sort as They Came", () -> page.sort(Optional.empty())));
            menu.add(action("Hide Column", () -> page.choose(page.chosenColumns().stream().filter(c -> !c.equals(title)).toList())));
        }
        if (!events) menu.add(action("Show Events", () -> page.group(List.of(), Optional.empty())));
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    }

    private static Action action(String title, Runnable run) {
        return new Action(title.replace("&", "&&")) {
            @Override
            public void run() {
                run.run();
            }
        };
    }
}
