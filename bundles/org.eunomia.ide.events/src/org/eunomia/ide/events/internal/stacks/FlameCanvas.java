package org.eunomia.ide.events.internal.stacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.FontMetrics;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ScrollBar;
import org.eunomia.ide.events.internal.views.Palette;

/** Draws a tree of frames: a click takes a frame to the whole width, the root and the key Home back. */
final class FlameCanvas {
    private static final int PAD = 4;
    private final Canvas canvas;
    private final Consumer<String> status;
    private FlameTree tree = new FlameTree(1);
    private List<Frame> zoomed = List.of();
    private FlameLayout layout = FlameLayout.of(tree.root(), 1);
    private FlameSearch search = FlameSearch.NOTHING;
    private boolean icicle = true;
    private Optional<FlameLayout.Box> pointed = Optional.empty();
    private int row = 18;
    private String empty = "";

    /** @param status takes what is said about the frame under the mouse, or about all */
    FlameCanvas(Composite parent, Consumer<String> status) {
        this.status = status;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.V_SCROLL);
        canvas.setData("org.eunomia.id", "flames");
        canvas.addPaintListener(e -> paint(e.gc));
        canvas.addListener(SWT.Resize, e -> arrange());
        canvas.addListener(SWT.MouseMove, this::point);
        canvas.addListener(SWT.MouseEnter, this::point);
        canvas.addListener(SWT.MouseExit, this::point);
        canvas.addListener(SWT.MouseUp, this::click);
        canvas.addListener(SWT.KeyDown, e -> {
            if (e.keyCode == SWT.HOME || e.keyCode == SWT.ESC) zoom(List.of());
        });
        canvas.getVerticalBar().addListener(SWT.Selection, e -> canvas.redraw());
    }

    Canvas control() {
        return canvas;
    }

    /** Stays zoomed to where it was, as far as that is in {@code now}. */
    void show(FlameTree now, String whenEmpty) {
        tree = now;
        empty = whenEmpty;
        search = FlameSearch.of(tree, search.text());
        arrange();
    }

    void search(String text) {
        search = FlameSearch.of(tree, text);
        arrange();
    }

    void setIcicle(boolean rootOnTop) {
        icicle = rootOnTop;
        arrange();
        canvas.getVerticalBar().setSelection(icicle ? 0 : canvas.getVerticalBar().getMaximum());
    }

    void zoom(List<Frame> path) {
        zoomed = path;
        arrange();
    }

    FlameLayout layout() {
        return layout;
    }

    FlameSearch searched() {
        return search;
    }

    boolean isIcicle() {
        return icicle;
    }

    private void arrange() {
        int width = Math.max(1, canvas.getClientArea().width);
        layout = FlameLayout.of(tree.find(zoomed), 0.6 / width);
        pointed = pointed.map(b -> b.node().path()).flatMap(this::box);
        canvas.setData("frames", layout.boxes().size());
        scroll();
        tell();
        canvas.redraw();
    }

    /** The same frame in this tree, which may be another than the one that it was pointed at in. */
    private Optional<FlameLayout.Box> box(List<Frame> path) {
        FlameTree.Node node = tree.find(path);
        return layout.boxes().stream().filter(b -> b.node() == node && b.level() == path.size()).findFirst();
    }

    private void scroll() {
        ScrollBar bar = canvas.getVerticalBar();
        int height = layout.levels() * row + 2 * PAD;
        int room = canvas.getClientArea().height;
        boolean atEnd = bar.getSelection() + bar.getThumb() >= bar.getMaximum();
        bar.setVisible(height > room);
        bar.setValues(bar.getSelection(), 0, Math.max(height, 1), Math.max(1, Math.min(room, height)), row, Math.max(row, room - row));
        if (!icicle && atEnd) bar.setSelection(bar.getMaximum());
    }

    private void tell() {
        String text = pointed.map(b -> FlameText.describe(b.node(), layout)).orElseGet(() -> tree.root().weight() == 0 ? "" : FoldedText.number(tree.root().weight()) + " samples"
                + (tree.isComplete() ? "" : ", too many different frames to hold all"));
        if (!search.isEmpty()) text += (text.isEmpty() ? "" : "   ") + "found: " + FlameText.share(search.weight(), tree.root().weight());
        status.accept(text);
    }

    private int y(int level) {
        int offset = canvas.getVerticalBar().isVisible() ? canvas.getVerticalBar().getSelection() : 0;
        int bottom = Math.max(canvas.getClientArea().height, layout.levels() * row + 2 * PAD) - PAD;
        return (icicle ? PAD + level * row : bottom - (level + 1) * row) - offset;
    }

    private Rectangle place(FlameLayout.Box box) {
        int room = canvas.getClientArea().width - 2 * PAD;
        int left = PAD + (int) Math.round(box.x() * room);
        int right = PAD + (int) Math.round((box.x() + box.width()) * room);
        return new Rectangle(left, y(box.level()), Math.max(1, right - left - 1), row - 1);
    }

    private void paint(GC gc) {
        Palette palette = Palette.of(canvas.getParent());
        Rectangle area = canvas.getClientArea();
        gc.setBackground(palette.paper());
        gc.fillRectangle(area);
        if (tree.root().weight() == 0) {
            gc.setForeground(palette.faint());
            gc.drawText(empty, 8, 8, true);
            return;
        }
        FontMetrics metrics = gc.getFontMetrics();
        if (row != metrics.getHeight() + 4) {
            row = metrics.getHeight() + 4;
            scroll();
        }
        double character = metrics.getAverageCharacterWidth();
        List<FlameLayout.Box> named = new ArrayList<>();
        for (FlameLayout.Box box : layout.boxes()) {
            Rectangle at = place(box);
            if (at.y + row < 0 || at.y > area.height) continue;
            gc.setBackground(new Color(colour(box)));
            gc.fillRectangle(at);
            if (at.width > 3 * character) named.add(box);
        }
        for (FlameLayout.Box box : named) label(gc, box, place(box), character);
        pointed.ifPresent(b -> {
            Rectangle at = place(b);
            gc.setForeground(palette.text());
            gc.drawRectangle(at.x, at.y, at.width - 1, at.height - 1);
        });
    }

    private RGB colour(FlameLayout.Box box) {
        if (search.found().contains(box.node())) return FlameColours.FOUND;
        RGB rgb = FlameColours.of(box.node().frame());
        boolean caller = box.level() < layout.levels() && box.node().weight() > layout.focus().weight();
        boolean faint = caller || !search.isEmpty();
        return faint ? new RGB((rgb.red + 190) / 2, (rgb.green + 190) / 2, (rgb.blue + 190) / 2) : rgb;
    }

    private static void label(GC gc, FlameLayout.Box box, Rectangle at, double character) {
        String name = box.node().frame().name();
        String text = FlameText.fitted(name, (int) ((at.width - 6) / character));
        int keep = text.length();
        while (keep > 3 && gc.textExtent(text).x > at.width - 4) text = FlameText.fitted(name, --keep);
        if (text.isEmpty()) return;
        gc.setForeground(new Color(FlameColours.text()));
        gc.setClipping(at);
        gc.drawText(text, at.x + 3, at.y + 1, true);
        gc.setClipping((Rectangle) null);
    }

    private Optional<FlameLayout.Box> at(int x, int y) {
        return layout.boxes().stream().filter(b -> place(b).contains(x, y)).findFirst();
    }

    private void point(Event e) {
        Optional<FlameLayout.Box> now = e.type == SWT.MouseExit ? Optional.empty() : at(e.x, e.y);
        if (now.equals(pointed)) return;
        pointed = now;
        canvas.setToolTipText(now.map(b -> FlameText.describe(b.node(), layout)).orElse(null));
        tell();
        canvas.redraw();
    }

    private void click(Event e) {
        canvas.setFocus();
        if (e.button == 1) at(e.x, e.y).ifPresent(b -> zoom(b.node().path()));
    }
}
