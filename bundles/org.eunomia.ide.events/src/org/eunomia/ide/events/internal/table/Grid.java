package org.eunomia.ide.events.internal.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.coordinate.Range;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.layer.event.StructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.resize.event.ColumnResizeEvent;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionModel;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultRowSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;

/** A table of any number of rows that draws what is to be seen and asks for nothing else. The selection stays with its rows when rows before them go. */
final class Grid {
    /** More selected rows than this are not followed when rows move. */
    private static final int FOLLOWED = 200;
    /** Where NatTable takes hold of a column's edge, in pixels. */
    private static final int EDGE = 4;
    /** Finding a row again may mean to look at all. */
    private static final long MOST_STEPS = 20_000_000;
    static {
        CollectionFactories.load();
    }

    private final GridContent content;
    private final DataLayer body;
    private final SelectionLayer selection;
    private final ViewportLayer viewport;
    private final NatTable table;
    private final Map<String, Integer> widths = new HashMap<>();
    private final int characterWidth;
    private long topKey = -1;
    private boolean topWanted;
    private long[] selected = new long[0];
    private boolean dark;
    private Runnable onSelection = () -> { };

    Grid(Composite parent, GridContent content) {
        this.content = content;
        body = new DataLayer(new Cells());
        body.setConfigLabelAccumulator(this::labels);
        selection = new SelectionLayer(body, false);
        selection.addConfiguration(new DefaultRowSelectionLayerConfiguration());
        ((SelectionModel) selection.getSelectionModel()).setClearSelectionOnChange(false);
        viewport = new ViewportLayer(selection);
        DataLayer head = new DataLayer(new Titles());
        head.setConfigLabelAccumulator((labels, column, row) -> {
            if (content.isNumeric(column)) labels.addLabelOnTop("head-" + GridTheme.RIGHT);
        });
        ColumnHeaderLayer header = new ColumnHeaderLayer(head, viewport, selection);
        CompositeLayer all = new CompositeLayer(1, 2);
        all.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
        all.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        table = new NatTable(parent, SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL | SWT.BORDER, all, false);
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        table.configure();
        // A click on a title sorts; whole columns are of no use as a selection.
        for (int mask : new int[] { SWT.NONE, SWT.SHIFT, SWT.CTRL, SWT.SHIFT | SWT.CTRL }) {
            table.getUiBindingRegistry().unregisterMouseDownBinding(MouseEventMatcher.columnHeaderLeftClick(mask));
            table.getUiBindingRegistry().unregisterSingleClickBinding(MouseEventMatcher.columnHeaderLeftClick(mask));
        }
        GC gc = new GC(table);
        Point size = gc.textExtent("0000000000");
        gc.dispose();
        characterWidth = Math.max(6, size.x / 10);
        body.setDefaultRowHeight(size.y + 6);
        head.setDefaultRowHeight(size.y + 9);
        dark = GridTheme.isDark(parent);
        GridTheme.apply(table, dark);
        selection.addLayerListener(event -> {
            if (event instanceof ISelectionEvent) selectionChanged();
        });
        body.addLayerListener(event -> {
            if (event instanceof ColumnResizeEvent) keepWidths();
        });
        new GridTips(this, content);
    }

    private void labels(LabelStack labels, int column, int row) {
        content.colour(row).ifPresent(c -> labels.addLabel(c.name()));
        if (content.isNumeric(column)) labels.addLabel(GridTheme.RIGHT);
    }

    NatTable control() {
        return table;
    }

    void onSelection(Runnable action) {
        onSelection = action;
    }

    /** A click that is no drag, as of a column's edge. */
    void onHeader(IntConsumer column) {
        int[] pressed = { Integer.MIN_VALUE };
        table.addListener(SWT.MouseDown, e -> pressed[0] = e.button == 1 && table.getRowPositionByY(e.y) == 0 && isOnTitle(e.x) ? e.x : Integer.MIN_VALUE);
        table.addListener(SWT.MouseUp, e -> {
            int index = columnAt(e.x);
            if (pressed[0] == e.x && index >= 0 && table.getRowPositionByY(e.y) == 0) column.accept(index);
        });
    }

    /** Not at an edge, where a column is made wider or smaller. */
    private boolean isOnTitle(int x) {
        int position = table.getColumnPositionByX(x);
        if (position < 0) return false;
        int start = table.getStartXOfColumnPosition(position);
        return x - start > EDGE && start + table.getColumnWidthByPosition(position) - x > EDGE;
    }

    void onDoubleClick(IntConsumer row) {
        table.getUiBindingRegistry().registerDoubleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), (t, e) -> {
            int index = rowAt(e.y);
            if (index >= 0) row.accept(index);
        });
    }

    /** -1 where there is none. */
    int columnAt(int x) {
        int position = table.getColumnPositionByX(x);
        return position < 0 ? -1 : table.getColumnIndexByPosition(position);
    }

    /** -1 where there is none. */
    int rowAt(int y) {
        int position = table.getRowPositionByY(y);
        return position < 1 ? -1 : table.getRowIndexByPosition(position);
    }

    private void keepWidths() {
        for (int i = 0; i < content.columns(); i++) widths.put(content.title(i), body.getColumnWidthByPosition(i));
    }

    /** Other columns than before. */
    void columnsChanged() {
        for (int i = 0; i < content.columns(); i++) {
            int usual = (Math.max(content.usualWidth(i), content.title(i).length() + 2) + 2) * characterWidth;
            body.setColumnWidthByPosition(i, widths.getOrDefault(content.title(i), usual), false);
        }
        body.fireLayerEvent(new StructuralRefreshEvent(body));
    }

    /** The content is about to show other rows. */
    void beforeChange() {
        int top = viewport.getOriginRowPosition();
        topKey = top > 0 && top < content.rows() ? content.key(top) : -1;
    }

    /** Shows the first row after the next change. */
    void toTop() {
        topKey = -1;
        topWanted = true;
    }

    /** Other rows than before: what is seen at the top stays there. @param toEnd whether the last row is to be seen */
    void rowsChanged(boolean toEnd) {
        SelectionModel model = (SelectionModel) selection.getSelectionModel();
        if (selected.length <= FOLLOWED && (long) selected.length * content.rows() < MOST_STEPS) {
            model.clearSelection();
            for (long key : selected) {
                int row = content.rowOf(key);
                if (row >= 0) model.addSelection(new Rectangle(0, row, Math.max(1, content.columns()), 1));
            }
        }
        body.fireLayerEvent(new RowStructuralRefreshEvent(body));
        if (topWanted) {
            topWanted = false;
            viewport.moveRowPositionIntoViewport(0);
            viewport.setOriginY(0);
            viewport.recalculateScrollBars();
            return;
        }
        if (toEnd && content.rows() > 0) {
            viewport.moveRowPositionIntoViewport(content.rows() - 1);
            return;
        }
        int top = topKey < 0 ? -1 : content.rowOf(topKey);
        if (top >= 0 && top != viewport.getOriginRowPosition()) viewport.setOriginY(body.getStartYOfRowPosition(top));
    }

    /** Draws anew what is to be seen. */
    void redraw() {
        table.redraw();
    }

    /** Takes over the colours of another theme, if there is one now. */
    void followTheme() {
        boolean now = GridTheme.isDark(table.getParent());
        if (now == dark) return;
        dark = now;
        GridTheme.apply(table, dark);
    }

    private void selectionChanged() {
        List<Long> keys = new ArrayList<>();
        for (Range range : selection.getSelectedRowPositions()) {
            for (int row = range.start; row < range.end && keys.size() <= FOLLOWED; row++) if (row < content.rows()) keys.add(content.key(row));
        }
        selected = keys.stream().mapToLong(Long::longValue).toArray();
        onSelection.run();
    }

    /** The keys of the first rows that are selected, at most some hundreds. */
    long[] selectedKeys() {
        return selected.clone();
    }

    /** Rows that are selected, in their order. */
    int[] selectedRows() {
        List<Integer> rows = new ArrayList<>();
        for (Range range : selection.getSelectedRowPositions()) for (int row = range.start; row < range.end; row++) if (row < content.rows()) rows.add(row);
        return rows.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    void select(int row) {
        if (row < 0 || row >= content.rows()) return;
        selection.selectRow(0, row, false, false);
        viewport.moveRowPositionIntoViewport(row);
        selectionChanged();
    }

    void selectAll() {
        selection.selectAll();
        selectionChanged();
    }

    private final class Cells implements IDataProvider {
        @Override
        public Object getDataValue(int column, int row) {
            return row < content.rows() && column < content.columns() ? content.text(column, row) : "";
        }

        @Override
        public void setDataValue(int column, int row, Object value) { }

        @Override
        public int getColumnCount() {
            return content.columns();
        }

        @Override
        public int getRowCount() {
            return content.rows();
        }
    }

    private final class Titles implements IDataProvider {
        @Override
        public Object getDataValue(int column, int row) {
            if (column >= content.columns()) return "";
            int sorted = content.sorted(column);
            return content.title(column) + (sorted < 0 ? " \u25be" : sorted > 0 ? " \u25b4" : "");
        }

        @Override
        public void setDataValue(int column, int row, Object value) { }

        @Override
        public int getColumnCount() {
            return content.columns();
        }

        @Override
        public int getRowCount() {
            return 1;
        }
    }
}
