package org.eunomia.ide.events.internal.table;

import java.util.List;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.ICellPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.eunomia.ide.events.internal.model.ColourRule;

/** Colours of a grid, by those that the workbench's theme gave the control around it. */
final class GridTheme {
    static final String RIGHT = "right";
    private final boolean dark;

    private GridTheme(boolean dark) {
        this.dark = dark;
    }

    static boolean isDark(Control around) {
        RGB rgb = around.getBackground().getRGB();
        return rgb.red * 299 + rgb.green * 587 + rgb.blue * 114 < 128_000;
    }

    static void apply(NatTable table, boolean dark) {
        new GridTheme(dark).register(table.getConfigRegistry());
        table.setBackground(new Color(dark ? new RGB(0x2b, 0x2d, 0x30) : new RGB(255, 255, 255)));
        table.refresh();
    }

    private void register(IConfigRegistry registry) {
        Color text = new Color(dark ? new RGB(0xd6, 0xd8, 0xdb) : new RGB(0x20, 0x24, 0x2a));
        Color paper = new Color(dark ? new RGB(0x2b, 0x2d, 0x30) : new RGB(255, 255, 255));
        Color line = new Color(dark ? new RGB(0x3c, 0x3f, 0x44) : new RGB(0xe6, 0xe8, 0xeb));
        registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, line);
        ICellPainter painter = new BackgroundPainter(new PaddingDecorator(new TextPainter(false, false), 0, 6, 0, 6));
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, DisplayMode.NORMAL, GridRegion.COLUMN_HEADER);
        style(registry, DisplayMode.NORMAL, null, paper, text, HorizontalAlignmentEnum.LEFT);
        style(registry, DisplayMode.NORMAL, RIGHT, null, null, HorizontalAlignmentEnum.RIGHT);
        Color chosen = new Color(dark ? new RGB(0x2f, 0x51, 0x78) : new RGB(0xcc, 0xdf, 0xf3));
        style(registry, DisplayMode.SELECT, null, chosen, text, HorizontalAlignmentEnum.LEFT);
        style(registry, DisplayMode.SELECT, RIGHT, null, null, HorizontalAlignmentEnum.RIGHT);
        style(registry, DisplayMode.SELECT, SelectionStyleLabels.SELECTION_ANCHOR_STYLE, chosen, text, null);
        Color head = new Color(dark ? new RGB(0x3a, 0x3d, 0x42) : new RGB(0xf1, 0xf3, 0xf5));
        for (DisplayMode mode : List.of(DisplayMode.NORMAL, DisplayMode.SELECT)) style(registry, mode, GridRegion.COLUMN_HEADER, head, text, HorizontalAlignmentEnum.LEFT);
        style(registry, DisplayMode.NORMAL, "head-" + RIGHT, head, text, HorizontalAlignmentEnum.RIGHT);
        style(registry, DisplayMode.SELECT, "head-" + RIGHT, head, text, HorizontalAlignmentEnum.RIGHT);
        for (ColourRule.Colour c : ColourRule.Colour.values()) style(registry, DisplayMode.NORMAL, c.name(), new Color(tint(c)), text, null);
    }

    private RGB tint(ColourRule.Colour colour) {
        return switch (colour) {
            case BLUE -> dark ? new RGB(0x26, 0x3b, 0x55) : new RGB(0xe1, 0xec, 0xf7);
            case GREEN -> dark ? new RGB(0x27, 0x45, 0x2b) : new RGB(0xe2, 0xf3, 0xe3);
            case AMBER -> dark ? new RGB(0x50, 0x41, 0x1e) : new RGB(0xfb, 0xf0, 0xd6);
            case RED -> dark ? new RGB(0x54, 0x2c, 0x26) : new RGB(0xfa, 0xe3, 0xde);
            case GREY -> dark ? new RGB(0x3e, 0x40, 0x44) : new RGB(0xec, 0xed, 0xef);
        };
    }

    private static void style(IConfigRegistry registry, DisplayMode mode, String label, Color background, Color foreground, HorizontalAlignmentEnum alignment) {
        Style style = new Style();
        if (background != null) style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, background);
        if (foreground != null) style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, foreground);
        if (alignment != null) style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, alignment);
        if (label == null) registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, mode);
        else registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, mode, label);
    }
}
