package org.eunomia.toolchain.internal.flow;

import java.util.List;
import org.eunomia.toolchain.internal.tree.Node;

/** Questions about single expressions. */
final class Expressions {
    private Expressions() { }

    static boolean isExpression(Node node) {
        return node.kind().endsWith("Expr") || node.kind().endsWith("Operator") || node.kind().endsWith("Literal");
    }

    /** Casts and parentheses, which hand on the value of their only operand. */
    static boolean isWrapper(Node node) {
        return switch (node.kind()) {
            case "ImplicitCastExpr", "CStyleCastExpr", "ParenExpr", "ConstantExpr" -> !node.children().isEmpty();
            default -> false;
        };
    }

    static Node operand(Node wrapper) {
        return wrapper.child(wrapper.children().size() - 1);
    }

    /** Without casts and parentheses around it. */
    static Node bare(Node node) {
        while (isWrapper(node)) node = operand(node);
        return node;
    }

    /** Name of the function or helper that is called, empty when it is called through an expression. */
    static String callee(Node call) {
        if (call.children().isEmpty()) return "";
        Node function = bare(call.child(0));
        return function.is("DeclRefExpr") ? function.targetName() : "";
    }

    static List<Node> arguments(Node call) {
        return call.children().subList(1, call.children().size());
    }
}
