package org.eunomia.toolchain.internal.flow;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.toolchain.internal.tree.Node;

/**
 * Which map an expression is the address of.
 *
 * @param names of variables outside of functions
 * @param param index of the function's param that tells, -1 for none
 */
record MapReference(List<String> names, int param) {
    private static final int DEPTH = 8;

    static MapReference of(Node expression, Body body) {
        List<String> names = new ArrayList<>();
        return new MapReference(names, collect(expression, body, names, 0));
    }

    private static int collect(Node expression, Body body, List<String> names, int depth) {
        Node e = Expressions.bare(expression);
        if (depth > DEPTH) return -1;
        switch (e.kind()) {
            case "UnaryOperator" -> {
                Node object = Expressions.bare(e.child(0));
                if (e.detail().equals("&") && object.is("DeclRefExpr") && body.variable(object.target()) == null) names.add(object.targetName());
                return -1;
            }
            case "DeclRefExpr" -> {
                int param = body.param(e.target());
                if (param >= 0) return param;
                int found = -1;
                if (body.variable(e.target()) != null) for (Node s : body.sources(body.variable(e.target()))) found = Math.max(found, collect(s, body, names, depth + 1));
                return found;
            }
            case "ConditionalOperator" -> {
                return Math.max(collect(e.child(1), body, names, depth + 1), collect(e.child(2), body, names, depth + 1));
            }
            default -> {
                return -1;
            }
        }
    }
}
