package org.eunomia.ide.events.internal.stacks;

import java.util.Locale;

/** What flame graphs say in words. */
final class FlameText {
    private FlameText() { }

    /** {@code name: 12 samples, 34.5 % of all}, and of what is zoomed to. */
    static String describe(FlameTree.Node node, FlameLayout layout) {
        FlameTree.Node root = layout.focus();
        while (root.parent() != null) root = root.parent();
        String zoomed = layout.focus() == root || node.weight() > layout.focus().weight() ? "" : ", " + share(node.weight(), layout.focus().weight()) + " of " + layout.focus().frame().name();
        return node.frame().name() + ": " + FoldedText.number(node.weight()) + (node.weight() == 1 ? " sample, " : " samples, ") + share(node.weight(), root.weight()) + " of all" + zoomed;
    }

    static String share(double part, double whole) {
        return whole > 0 ? String.format(Locale.ROOT, "%.1f %%", part * 100 / whole) : "0 %";
    }

    /** Cut to {@code most} characters with an ellipsis; empty when fewer than 3 would be left. */
    static String fitted(String name, int most) {
        if (name.length() <= most) return name;
        return most < 3 ? "" : name.substring(0, most - 1) + "\u2026";
    }
}
