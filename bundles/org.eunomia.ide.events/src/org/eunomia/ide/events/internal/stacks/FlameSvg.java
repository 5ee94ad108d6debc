package org.eunomia.ide.events.internal.stacks;

import java.util.Locale;

/** A flame graph as a picture that stands alone: each frame has its name and share as title, which browsers show where the mouse is. */
public final class FlameSvg {
    private static final int WIDTH = 1200;
    private static final int ROW = 17;
    private static final int HEAD = 30;
    private static final int CHARACTER = 7;

    private FlameSvg() { }

    /** @param icicle whether the root is at the top */
    public static String write(String title, FlameLayout layout, FlameSearch search, boolean icicle) {
        int height = HEAD + layout.levels() * ROW + 10;
        StringBuilder out = new StringBuilder(1 << 16);
        out.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" font-family=\"monospace\" font-size=\"11\">%n", WIDTH, height, WIDTH, height));
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        out.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"20\" text-anchor=\"middle\" font-size=\"14\" font-family=\"sans-serif\">%s</text>%n", WIDTH / 2, escaped(title)));
        for (FlameLayout.Box box : layout.boxes()) {
            int level = icicle ? box.level() : layout.levels() - 1 - box.level();
            box(box, HEAD + level * ROW, layout, search, out);
        }
        return out.append("</svg>\n").toString();
    }

    private static void box(FlameLayout.Box box, int y, FlameLayout layout, FlameSearch search, StringBuilder out) {
        double x = 10 + box.x() * (WIDTH - 20);
        double width = box.width() * (WIDTH - 20);
        String fill = FlameColours.css(search.found().contains(box.node()) ? FlameColours.FOUND : FlameColours.of(box.node().frame()));
        out.append("<g><title>").append(escaped(FlameText.describe(box.node(), layout))).append("</title>");
        out.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"1\" fill=\"%s\"/>", x, y, Math.max(0.3, width - 0.5), ROW - 1, fill));
        String text = FlameText.fitted(box.node().frame().name(), (int) ((width - 6) / CHARACTER));
        if (!text.isEmpty()) out.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\">%s</text>", x + 3, y + 12, escaped(text)));
        out.append("</g>\n");
    }

    /** Also without the characters that XML cannot have. */
    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{fffe}\\x{ffff}]", "?").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
