package org.eunomia.ide.events.internal.table;

import org.eclipse.jface.action.Action;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.actions.ActionFactory;

/** Copy and Select All, which text fields in the view have for themselves. */
final class StandardActions {
    private static final int MOST_COPIED = 100_000;
    private final EventsView view;

    StandardActions(EventsView view) {
        this.view = view;
    }

    void register(IActionBars bars) {
        bars.setGlobalActionHandler(ActionFactory.COPY.getId(), action(this::copy));
        bars.setGlobalActionHandler(ActionFactory.SELECT_ALL.getId(), action(this::selectAll));
        bars.updateActionBars();
    }

    private static Action action(Runnable run) {
        return new Action() {
            @Override
            public void run() {
                run.run();
            }
        };
    }

    private void copy() {
        switch (view.getSite().getShell().getDisplay().getFocusControl()) {
            case Text t -> t.copy();
            case StyledText t -> t.copy();
            case Combo c -> c.copy();
            case null, default -> view.page().ifPresent(StandardActions::copyRows);
        }
    }

    private void selectAll() {
        Control focus = view.getSite().getShell().getDisplay().getFocusControl();
        if (focus instanceof Text t) t.selectAll();
        else if (focus instanceof StyledText t) t.selectAll();
        else view.page().ifPresent(p -> p.grid().selectAll());
    }

    /** The selected rows as they are shown, columns separated by tabs, with a line of titles. */
    static void copyRows(EventPage page) {
        GridContent content = page.grid() == null || page.list().wish().groupBy().isEmpty() ? page.content() : page.groupContent();
        int[] rows = page.grid().selectedRows();
        if (rows.length == 0) return;
        StringBuilder text = new StringBuilder();
        for (int c = 0; c < content.columns(); c++) text.append(c == 0 ? "" : "\t").append(content.title(c));
        text.append('\n');
        for (int i = 0; i < Math.min(rows.length, MOST_COPIED); i++) {
            for (int c = 0; c < content.columns(); c++) text.append(c == 0 ? "" : "\t").append(content.text(c, rows[i]));
            text.append('\n');
        }
        put(page, text.toString());
    }

    static void put(EventPage page, String text) {
        Clipboard clipboard = new Clipboard(page.control().getDisplay());
        clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
        clipboard.dispose();
    }
}
