package org.eunomia.toolchain.internal.flow;

import org.eunomia.toolchain.internal.tree.Node;

/** Tells whether memory is written through a pointer. */
final class Stores {
    private Stores() { }

    /** Whether the expression around {@code pointer} writes to what it points to, or gives it to a helper that does. */
    static boolean through(Node pointer, Body body) {
        Node user = body.parent(pointer);
        if (user == null) return false;
        return switch (user.kind()) {
            case "UnaryOperator" -> user.detail().equals("*") && to(user, body);
            case "MemberExpr", "ArraySubscriptExpr" -> to(user, body);
            case "CallExpr" -> user.child(0) != pointer && !pointer.type().startsWith("const ") && pointer.type().endsWith("*");
            case "AtomicExpr" -> true;
            default -> false;
        };
    }

    /** Whether the object that {@code place} denotes is written to, whole or in part. */
    private static boolean to(Node place, Body body) {
        Node user = body.parent(place);
        if (user == null) return false;
        return switch (user.kind()) {
            case "ParenExpr", "MemberExpr" -> to(user, body);
            case "ArraySubscriptExpr" -> user.child(0) == place && to(user, body);
            case "BinaryOperator" -> user.detail().equals("=") && user.child(0) == place;
            case "CompoundAssignOperator" -> user.child(0) == place;
            case "UnaryOperator" -> user.detail().equals("++") || user.detail().equals("--") || user.detail().equals("&") && through(casts(user, body), body);
            case "ImplicitCastExpr" -> user.detail().equals("ArrayToPointerDecay") && through(casts(user, body), body);
            default -> false;
        };
    }

    /** The outermost of the casts around {@code pointer}. */
    private static Node casts(Node pointer, Body body) {
        Node user = body.parent(pointer);
        while (user != null && Expressions.isWrapper(user)) {
            pointer = user;
            user = body.parent(user);
        }
        return pointer;
    }
}
