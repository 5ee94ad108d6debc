package org.eunomia.ide.events.internal.stacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the frames of a tree lie when one of them takes the whole width: below it in the tree what it called, and its callers as wide as itself.
 *
 * @param focus  the frame that takes the whole width
 * @param boxes  callers first, in the order of depth; those that would be too narrow to be seen are left out
 * @param levels that are used
 */
public record FlameLayout(FlameTree.Node focus, List<Box> boxes, int levels) {

    /**
     * @param level 0 for the root
     * @param x     from the left edge, as part of the whole width
     * @param width as part of the whole width
     */
    public record Box(FlameTree.Node node, int level, double x, double width) { }

    /** @param least the width, as part of the whole, below which a frame and what it called are left out */
    public static FlameLayout of(FlameTree.Node focus, double least) {
        List<Box> boxes = new ArrayList<>();
        List<FlameTree.Node> callers = new ArrayList<>();
        for (FlameTree.Node n = focus.parent(); n != null; n = n.parent()) callers.addFirst(n);
        for (FlameTree.Node n : callers) boxes.add(new Box(n, boxes.size(), 0, 1));
        int start = boxes.size();
        boxes.add(new Box(focus, start, 0, 1));
        double perWeight = focus.weight() > 0 ? 1 / focus.weight() : 0;
        for (int i = start; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            double x = box.x;
            for (FlameTree.Node child : box.node.children()) {
                double width = child.weight() * perWeight;
                if (width >= least) boxes.add(new Box(child, box.level + 1, x, width));
                x += width;
            }
        }
        return new FlameLayout(focus, boxes, boxes.getLast().level + 1);
    }

    /** @param x as part of the whole width */
    public Optional<Box> at(int level, double x) {
        return boxes.stream().filter(b -> b.level == level && x >= b.x && x < b.x + b.width).findFirst();
    }
}
