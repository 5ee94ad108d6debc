package org.eunomia.ide.events.internal.stacks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Stacks added up: each node is a frame with what was sampled in it and in what it called. Bounded; what does not fit is counted with its caller. Not for several threads. */
public final class FlameTree {
    /** More frames than fit on any screen, in some 20 MB. */
    static final int MOST = 200_000;

    private final int most;
    private final Node root = new Node(null, Frame.ALL);
    private int nodes = 1;
    private boolean complete = true;

    /** A frame below its callers. */
    public static final class Node {
        private final Node parent;
        private final Frame frame;
        private final Map<Frame, Node> children = new LinkedHashMap<>();
        private double weight;
        private double self;

        private Node(Node parent, Frame frame) {
            this.parent = parent;
            this.frame = frame;
        }

        public Frame frame() {
            return frame;
        }

        /** The caller; null for the root. */
        public Node parent() {
            return parent;
        }

        /** Samples in this frame and in those above it. */
        public double weight() {
            return weight;
        }

        /** Samples in this frame alone. */
        public double self() {
            return self;
        }

        /** By name, so that a frame stays where it is while weights change. */
        public List<Node> children() {
            List<Node> sorted = new ArrayList<>(children.values());
            sorted.sort(Comparator.comparing((Node n) -> n.frame.name()).thenComparing(n -> n.frame.kind()));
            return sorted;
        }

        /** The frames from the outermost, without the root, to this. */
        public List<Frame> path() {
            List<Frame> path = new ArrayList<>();
            for (Node n = this; n.parent != null; n = n.parent) path.addFirst(n.frame);
            return path;
        }
    }

    /** @param most nodes */
    public FlameTree(int most) {
        this.most = most;
    }

    /** @param stack the outermost first */
    public void add(List<Frame> stack, double weight) {
        Node at = root;
        at.weight += weight;
        for (Frame frame : stack) {
            Node next = at.children.get(frame);
            if (next == null) {
                if (nodes >= most) {
                    complete = false;
                    break;
                }
                next = new Node(at, frame);
                at.children.put(frame, next);
                nodes++;
            }
            next.weight += weight;
            at = next;
        }
        at.self += weight;
    }

    /** A tree of its own with the same content. */
    FlameTree copy() {
        FlameTree copy = new FlameTree(most);
        copy.nodes = nodes;
        copy.complete = complete;
        copy(root, copy.root);
        return copy;
    }

    private static void copy(Node from, Node to) {
        to.weight = from.weight;
        to.self = from.self;
        for (Node child : from.children.values()) {
            Node made = new Node(to, child.frame);
            to.children.put(child.frame, made);
            copy(child, made);
        }
    }

    public Node root() {
        return root;
    }

    public int size() {
        return nodes;
    }

    /** Whether every frame found its place. */
    public boolean isComplete() {
        return complete;
    }

    /** The node at {@code path}, or the nearest caller of it that there is. */
    public Node find(List<Frame> path) {
        Node at = root;
        for (Frame frame : path) {
            Node next = at.children.get(frame);
            if (next == null) return at;
            at = next;
        }
        return at;
    }
}
