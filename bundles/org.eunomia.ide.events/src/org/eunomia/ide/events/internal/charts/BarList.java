package org.eunomia.ide.events.internal.charts;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eunomia.ide.events.internal.views.Palette;

/** Values with bars as long as they are heavy, the heaviest at the top; as many as there is room for. */
final class BarList {
    private static final int PAD = 6;
    private final Canvas canvas;
    private List<Bar> bars = List.of();
    private String empty = "";

    /** @param part of the whole, from 0 to 1 */
    record Bar(String label, String number, double part) { }

    BarList(Composite parent, String id) {
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData("org.eunomia.id", id);
        canvas.addPaintListener(e -> paint(e.gc));
        canvas.addListener(SWT.Resize, e -> canvas.redraw());
        canvas.addListener(SWT.MouseMove, e -> tip(e.y));
    }

    Canvas control() {
        return canvas;
    }

    /** @param whenEmpty what is told instead of bars */
    void show(List<Bar> now, String whenEmpty) {
        if (now.equals(bars) && whenEmpty.equals(empty)) return;
        bars = List.copyOf(now);
        empty = whenEmpty;
        canvas.setData("bars", bars);
        canvas.redraw();
    }

    private int rowHeight(GC gc) {
        return gc.getFontMetrics().getHeight() + 6;
    }

    private void paint(GC gc) {
        Rectangle area = canvas.getClientArea();
        Palette palette = Palette.of(canvas.getParent());
        gc.setBackground(palette.paper());
        gc.fillRectangle(area);
        gc.setAntialias(SWT.ON);
        if (bars.isEmpty()) {
            gc.setForeground(palette.faint());
            gc.drawText(empty, PAD, PAD, true);
            return;
        }
        int row = rowHeight(gc);
        int labels = Math.min(area.width * 45 / 100, bars.stream().mapToInt(b -> gc.textExtent(b.label).x).max().orElse(0));
        int numbers = bars.stream().mapToInt(b -> gc.textExtent(b.number).x).max().orElse(0);
        int left = labels + 2 * PAD;
        int room = Math.max(10, area.width - left - numbers - 2 * PAD);
        double most = bars.getFirst().part;
        for (int i = 0; i < bars.size() && (i + 1) * row <= area.height; i++) {
            Bar bar = bars.get(i);
            int y = i * row;
            gc.setForeground(palette.text());
            gc.setClipping(0, y, left - PAD, row);
            gc.drawText(fitted(gc, bar.label, labels), PAD, y + 3, true);
            gc.setClipping((Rectangle) null);
            int width = most > 0 ? Math.max(1, (int) (room * bar.part / most)) : 1;
            gc.setBackground(palette.series(0));
            gc.fillRectangle(left, y + 4, width, row - 8);
            gc.setForeground(palette.faint());
            gc.drawText(bar.number, left + width + PAD, y + 3, true);
        }
    }

    private static String fitted(GC gc, String text, int width) {
        if (gc.textExtent(text).x <= width) return text;
        int keep = text.length();
        while (keep > 1 && gc.textExtent(text.substring(0, keep) + "\u2026").x > width) keep = Math.min(keep - 1, keep * 15 / 16);
        return text.substring(0, keep) + "\u2026";
    }

    private void tip(int y) {
        GC gc = new GC(canvas);
        int at = y / rowHeight(gc);
        gc.dispose();
        String tip = at < bars.size() ? bars.get(at).label + ": " + bars.get(at).number : null;
        if (!java.util.Objects.equals(tip, canvas.getToolTipText())) canvas.setToolTipText(tip);
    }
}
