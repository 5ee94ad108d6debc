package org.eunomia.toolchain.internal.tree;

import java.util.List;
import java.util.Optional;

/**
 * A node of clang's syntax tree, as far as it is of use here.
 *
 * @param id       of a declaration, unique within a tree
 * @param kind     clang's class: {@code FunctionDecl}, {@code CallExpr} …
 * @param name     of a declaration, a member that is accessed, or {@code sizeof}; empty when it has none
 * @param type     of an expression or variable, without typedefs on the outermost level
 * @param detail   operator, kind of cast, literal, operand of {@code sizeof (type)}, or {@code struct} or {@code union} of a record; else empty
 * @param target   id of the declaration that is referred to, else empty
 * @param targetName its name
 * @param place    of a declaration's name
 * @param begin    of the whole
 * @param end      of the last token of the whole
 */
public record Node(String id, String kind, String name, String type, String detail, String target, String targetName, Place place, Place begin, Place end,
        List<Node> children) {

    public boolean is(String kind) {
        return this.kind.equals(kind);
    }

    public Node child(int index) {
        return children.get(index);
    }

    public Optional<Node> child(String kind) {
        for (Node c : children) if (c.is(kind)) return Optional.of(c);
        return Optional.empty();
    }

    public List<Node> children(String kind) {
        return children.stream().filter(c -> c.is(kind)).toList();
    }
}
