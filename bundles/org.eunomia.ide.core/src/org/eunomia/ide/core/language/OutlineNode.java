package org.eunomia.ide.core.language;

import java.util.List;

/**
 * Something that a source declares.
 *
 * @param detail     what to show behind the name: the section of a program, the type of a map or param
 * @param offset     of the whole declaration
 * @param nameOffset of the name in it, where going there leads
 */
public record OutlineNode(Kind kind, String name, String detail, int offset, int length, int nameOffset, List<OutlineNode> children) {
    public enum Kind {
        LICENSE, PROGRAM, MAP, PARAM, STRUCT, UNION, ENUM, TYPEDEF, FUNCTION, VARIABLE, FIELD,
        /** A type of events that a package says comes out of a map. */
        EVENT
    }

    public OutlineNode {
        children = List.copyOf(children);
    }

    public boolean contains(int at) {
        return at >= offset && at <= offset + length;
    }

    OutlineNode with(String newDetail, List<OutlineNode> newChildren) {
        return new OutlineNode(kind, name, newDetail, offset, length, nameOffset, newChildren);
    }
}
