package org.eunomia.ide.events.internal.stacks;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes trees in the form of Brendan Gregg's {@code stackcollapse} tools: a stack a line, outermost first, {@code a;b;c 12}. */
public final class FoldedText {
    private FoldedText() { }

    public static String write(FlameTree tree) {
        StringBuilder out = new StringBuilder();
        write(tree.root(), "", out);
        return out.toString();
    }

    private static void write(FlameTree.Node node, String callers, StringBuilder out) {
        String path = node.parent() == null ? "" : callers.isEmpty() ? name(node) : callers + ";" + name(node);
        if (node.self() > 0 && !path.isEmpty()) out.append(path).append(' ').append(number(node.self())).append('\n');
        for (FlameTree.Node child : node.children()) write(child, path, out);
    }

    /** Without what ends a frame or a line. */
    private static String name(FlameTree.Node node) {
        return node.frame().name().replaceAll("[;\\p{Cntrl}]", "_") + (node.frame().kind() == Frame.Kind.KERNEL ? "_[k]" : "");
    }

    static String number(double weight) {
        return BigDecimal.valueOf(weight).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
