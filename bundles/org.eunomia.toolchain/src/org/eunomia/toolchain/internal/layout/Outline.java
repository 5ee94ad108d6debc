package org.eunomia.toolchain.internal.layout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eunomia.toolchain.internal.tree.Node;
import org.eunomia.toolchain.internal.tree.Tree;

/** A source without what its functions do: all types stay as they are, and it compiles in a fifth of the time. */
public final class Outline {
    /** Good for every type of result. */
    private static final String NOTHING = "{ __builtin_unreachable(); }";

    private Outline() { }

    /**
     * @param text of the file, a character for each byte
     * @param file as clang names it
     */
    public static byte[] of(String text, Tree tree, String file) {
        List<Node> bodies = new ArrayList<>();
        for (Node f : tree.functions().values()) f.child("CompoundStmt").filter(b -> isIn(text, file, b)).ifPresent(bodies::add);
        bodies.sort(Comparator.comparingInt(b -> b.begin().offset()));
        StringBuilder outline = new StringBuilder(text.length());
        int at = 0;
        for (Node b : bodies) {
            if (b.begin().offset() < at) continue;
            outline.append(text, at, b.begin().offset()).append(NOTHING);
            at = b.end().offset() + 1;
        }
        return outline.append(text, at, text.length()).append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Bodies that macros make stand elsewhere. */
    private static boolean isIn(String text, String file, Node body) {
        int begin = body.begin().offset();
        int end = body.end().offset();
        return body.begin().file().equals(file) && body.end().file().equals(file) && begin < end && end < text.length() && text.charAt(begin) == '{' && text.charAt(end) == '}';
    }
}
