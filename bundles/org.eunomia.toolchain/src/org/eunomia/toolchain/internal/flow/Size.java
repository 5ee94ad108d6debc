package org.eunomia.toolchain.internal.flow;

import java.util.List;
import org.eunomia.toolchain.internal.tree.Node;

/**
 * How many bytes a call hands over, as far as the source tells.
 *
 * @param type     operand of the {@code sizeof}, empty when there is none
 * @param bytes    a constant, -1 when it is none or is given by {@code type}
 * @param variable whether it differs from call to call
 * @param param    index of the function's param that gives it, -1 when it is none
 */
public record Size(String type, long bytes, boolean variable, int param) {
    static final Size UNKNOWN = new Size("", -1, true, -1);

    static Size of(Node expression, Body body) {
        return of(expression, body, 0);
    }

    private static Size of(Node expression, Body body, int depth) {
        Node e = Expressions.bare(expression);
        if (depth > 8) return UNKNOWN;
        return switch (e.kind()) {
            case "IntegerLiteral" -> new Size("", literal(e.detail()), false, -1);
            case "UnaryExprOrTypeTraitExpr" -> e.name().equals("sizeof") ? new Size(operand(e), -1, false, -1) : UNKNOWN;
            case "DeclRefExpr" -> ofVariable(e, body, depth);
            case "BinaryOperator", "ConditionalOperator" -> {
                // The fixed part of sizeof(struct event) + length tells what the record begins with.
                for (Node c : e.children()) {
                    Size part = of(c, body, depth + 1);
                    if (!part.type().isEmpty()) yield new Size(part.type(), -1, true, -1);
                }
                yield UNKNOWN;
            }
            default -> UNKNOWN;
        };
    }

    private static Size ofVariable(Node reference, Body body, int depth) {
        int param = body.param(reference.target());
        if (param >= 0) return new Size("", -1, true, param);
        Node variable = body.variable(reference.target());
        if (variable == null) return UNKNOWN;
        List<Node> sources = body.sources(variable);
        if (sources.isEmpty()) return UNKNOWN;
        Size first = of(sources.get(0), body, depth + 1);
        return sources.size() == 1 ? first : new Size(first.type(), -1, true, first.param());
    }

    private static String operand(Node sizeof) {
        String type = !sizeof.detail().isEmpty() || sizeof.children().isEmpty() ? sizeof.detail() : Expressions.bare(sizeof.child(0)).type();
        return CType.plain(type);
    }

    private static long literal(String digits) {
        return digits.length() > 18 ? -1 : Long.parseLong(digits);
    }
}
