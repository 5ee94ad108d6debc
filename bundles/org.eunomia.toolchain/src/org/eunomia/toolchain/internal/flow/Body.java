package org.eunomia.toolchain.internal.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.toolchain.internal.tree.Node;

/** A function's body with what is asked of it again and again: who is around a node, and where a variable is used. */
final class Body {
    private final Node function;
    private final List<Node> params;
    private final Map<Node, Node> parents = new IdentityHashMap<>();
    private final Map<String, List<Node>> references = new HashMap<>();
    private final Map<String, Node> variables = new HashMap<>();
    private final List<Node> calls = new ArrayList<>();
    private final List<Node> returned = new ArrayList<>();

    Body(Node function) {
        this.function = function;
        this.params = function.children("ParmVarDecl");
        params.forEach(p -> variables.put(p.id(), p));
        function.child("CompoundStmt").ifPresent(this::index);
    }

    private void index(Node node) {
        switch (node.kind()) {
            case "VarDecl" -> variables.put(node.id(), node);
            case "DeclRefExpr" -> references.computeIfAbsent(node.target(), t -> new ArrayList<>()).add(node);
            case "CallExpr" -> calls.add(node);
            case "ReturnStmt" -> returned.addAll(node.children());
            default -> { }
        }
        for (Node child : node.children()) {
            parents.put(child, node);
            index(child);
        }
    }

    String name() {
        return function.name();
    }

    List<Node> params() {
        return params;
    }

    /** Index of the param with that id, -1 for other variables. */
    int param(String id) {
        for (int i = 0; i < params.size(); i++) if (params.get(i).id().equals(id)) return i;
        return -1;
    }

    /** Null for the body itself. */
    Node parent(Node node) {
        return parents.get(node);
    }

    List<Node> references(String variable) {
        return references.getOrDefault(variable, List.of());
    }

    /** The variable of that id when it is one of this function, else null. */
    Node variable(String id) {
        return variables.get(id);
    }

    List<Node> calls() {
        return calls;
    }

    /** The expressions that the function may return. */
    List<Node> returned() {
        return returned;
    }

    /** What is ever assigned to the variable, its initial value first. */
    List<Node> sources(Node variable) {
        List<Node> sources = new ArrayList<>();
        for (Node c : variable.children()) if (Expressions.isExpression(c)) sources.add(c);
        for (Node reference : references(variable.id())) {
            Node assignment = parent(reference);
            while (assignment != null && assignment.is("ParenExpr")) assignment = parent(assignment);
            if (assignment != null && assignment.is("BinaryOperator") && assignment.detail().equals("=")
                    && Expressions.bare(assignment.child(0)) == reference) sources.add(assignment.child(1));
        }
        return sources;
    }
}
