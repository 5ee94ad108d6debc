package org.eunomia.ide.events.internal.table;

import org.eclipse.jface.window.DefaultToolTip;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.widgets.Event;

/** What a column holds, and the whole of a text that does not fit its cell. */
final class GridTips extends DefaultToolTip {
    private final transient Grid grid;
    private final transient GridContent content;

    GridTips(Grid grid, GridContent content) {
        super(grid.control(), ToolTip.NO_RECREATE, false);
        this.grid = grid;
        this.content = content;
        setPopupDelay(600);
    }

    @Override
    protected Object getToolTipArea(Event event) {
        return grid.columnAt(event.x) + ":" + grid.rowAt(event.y);
    }

    @Override
    protected String getText(Event event) {
        int column = grid.columnAt(event.x);
        int row = grid.rowAt(event.y);
        if (column < 0 || column >= content.columns()) return null;
        return row < 0 ? content.tip(column) : row < content.rows() ? content.text(column, row) : null;
    }

    @Override
    protected boolean shouldCreateToolTip(Event event) {
        String text = getText(event);
        return text != null && !text.isEmpty() && (grid.rowAt(event.y) < 0 || text.length() > 24);
    }
}
