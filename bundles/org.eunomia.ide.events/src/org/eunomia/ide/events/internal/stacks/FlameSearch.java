package org.eunomia.ide.events.internal.stacks;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Frames whose name has a text, or a regular expression, in it. @param weight of all stacks that have such a frame, each once */
public record FlameSearch(String text, Set<FlameTree.Node> found, double weight) {
    public static final FlameSearch NOTHING = new FlameSearch("", Set.of(), 0);

    /** A text that is no regular expression is looked for as it is. Case does not matter. */
    public static FlameSearch of(FlameTree tree, String text) {
        if (text.isBlank()) return NOTHING;
        Set<FlameTree.Node> found = Collections.newSetFromMap(new IdentityHashMap<>());
        return new FlameSearch(text, found, search(tree.root(), test(text.strip()), found));
    }

    private static Predicate<String> test(String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE).asPredicate();
        } catch (PatternSyntaxException e) {
            String lower = text.toLowerCase(Locale.ROOT);
            return name -> name.toLowerCase(Locale.ROOT).contains(lower);
        }
    }

    private static double search(FlameTree.Node node, Predicate<String> test, Set<FlameTree.Node> found) {
        boolean hit = node.parent() != null && test.test(node.frame().name());
        if (hit) found.add(node);
        double below = 0;
        for (FlameTree.Node child : node.children()) below += search(child, test, found);
        return hit ? node.weight() : below;
    }

    public boolean isEmpty() {
        return text.isBlank();
    }
}
