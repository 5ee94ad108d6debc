package org.eunomia.toolchain.internal.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eunomia.toolchain.internal.tree.Node;
import org.eunomia.toolchain.internal.tree.Place;

/**
 * Follows one pointer through casts, variables, calls and returns, nearest first, and notes each type that it points to under way. A {@code void *}
 * tells nothing by itself, but what is assigned to it, or what it is assigned to, does.
 */
final class Flow {
    private static final int MAX_STEPS = 2_000;
    /** Added where a value only is a part of, or lies somewhere within, what has the type. */
    private static final int ASIDE = 20;

    private final Map<String, Body> bodies;
    private final Map<String, String> mapValues;
    private final Body start;
    private final Deque<Step> steps = new ArrayDeque<>();
    private final Set<Node> seenBackward = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> seenForward = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> seenVariables = new HashSet<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final Set<Integer> params = new TreeSet<>();
    private boolean returned;
    private boolean written;

    /** @param call that led into {@code body}, null in the function where the search began */
    private record Step(Node node, Body body, boolean forward, int distance, Call call) { }

    private record Call(Node node, Body caller, Call outer) { }

    /** @param mapValues C type of the values by name of the map, for {@code bpf_map_lookup_elem} */
    Flow(Map<String, Body> bodies, Map<String, String> mapValues, Body start) {
        this.bodies = bodies;
        this.mapValues = mapValues;
        this.start = start;
    }

    /** @return what the pointer {@code expression} may point to */
    List<Candidate> origins(Node expression) {
        steps.add(new Step(expression, start, false, 0, null));
        return search();
    }

    /** @return what the result of {@code call} is used as */
    List<Candidate> uses(Node call) {
        steps.add(new Step(call, start, true, 0, null));
        return search();
    }

    /** The params of the function where the search began that the value may come from. */
    Set<Integer> params() {
        return params;
    }

    /** Whether the function where the search began returns the value. */
    boolean returned() {
        return returned;
    }

    /** Whether the program writes to what the value points to. */
    boolean written() {
        return written;
    }

    private List<Candidate> search() {
        for (int done = 0; !steps.isEmpty() && done < MAX_STEPS; done++) {
            Step s = steps.poll();
            if (s.forward) forward(s);
            else backward(s);
        }
        candidates.sort((a, b) -> Integer.compare(a.distance(), b.distance()));
        return candidates;
    }

    private void note(String pointerType, int distance, Place place) {
        CType.pointee(pointerType).ifPresent(t -> candidate(t, distance, place));
    }

    /** Only the nearest of each type matters. */
    private void candidate(String type, int distance, Place place) {
        for (Candidate c : candidates) if (c.type().equals(type) && c.distance() <= distance) return;
        candidates.add(new Candidate(type, distance, place));
    }

    private void add(Node node, Step from, boolean forward, int farther) {
        steps.add(new Step(node, from.body, forward, from.distance + farther, from.call));
    }

    private void backward(Step s) {
        Node e = s.node;
        if (!seenBackward.add(e)) return;
        note(e.type(), s.distance, e.begin());
        switch (e.kind()) {
            case "ImplicitCastExpr", "CStyleCastExpr", "ParenExpr" -> add(Expressions.operand(e), s, false, 1);
            case "UnaryOperator" -> {
                if (e.detail().equals("&")) object(Expressions.bare(e.child(0)), s);
            }
            case "DeclRefExpr" -> reference(e, s);
            case "MemberExpr", "ArraySubscriptExpr" -> object(e, s);
            case "CallExpr" -> result(e, s);
            case "ConditionalOperator" -> e.children().stream().skip(1).forEach(c -> add(c, s, false, 1));
            case "BinaryConditionalOperator" -> e.children().forEach(c -> add(c, s, false, 1));
            case "BinaryOperator" -> {
                if (e.detail().equals("=") || e.detail().equals(",")) add(e.child(1), s, false, 1);
                else if (e.detail().equals("+") || e.detail().equals("-")) add(e.child(0), s, false, ASIDE);
            }
            case "StmtExpr" -> {
                List<Node> statements = e.child(0).children();
                if (!statements.isEmpty()) add(statements.get(statements.size() - 1), s, false, 1);
            }
            default -> { }
        }
    }

    /** What has its address taken: a variable, or a part of something. */
    private void object(Node e, Step s) {
        String type = CType.plain(e.type());
        if (CType.isArray(type)) candidate(type, s.distance, e.begin());
        switch (e.kind()) {
            case "DeclRefExpr" -> reference(e, s);
            // The first member of a struct has the struct's address.
            case "MemberExpr" -> {
                Node base = Expressions.bare(e.child(0));
                candidate(CType.pointee(base.type()).orElse(CType.plain(base.type())), s.distance + ASIDE, e.begin());
            }
            case "ArraySubscriptExpr" -> add(e.child(0), s, false, ASIDE);
            default -> { }
        }
    }

    private void reference(Node reference, Step s) {
        Node variable = s.body.variable(reference.target());
        if (variable == null) return;
        if (CType.isArray(CType.plain(variable.type()))) candidate(CType.plain(variable.type()), s.distance + 1, reference.begin());
        variable(variable, s);
    }

    private void variable(Node variable, Step s) {
        if (!seenVariables.add(s.body.name() + " " + variable.id())) return;
        int param = s.body.param(variable.id());
        if (param >= 0 && s.body == start) params.add(param);
        if (param >= 0 && s.call != null) {
            List<Node> arguments = Expressions.arguments(s.call.node);
            if (param < arguments.size()) steps.add(new Step(arguments.get(param), s.call.caller, false, s.distance + 1, s.call.outer));
        }
        for (Node source : s.body.sources(variable)) add(source, s, false, 1);
        for (Node use : s.body.references(variable.id())) add(use, s, true, 2);
    }

    private void result(Node call, Step s) {
        String callee = Expressions.callee(call);
        Body body = bodies.get(callee);
        if (body != null) {
            for (Node r : body.returned()) steps.add(new Step(r, body, false, s.distance + 1, new Call(call, s.body, s.call)));
        } else if (callee.equals("bpf_map_lookup_elem") && call.children().size() > 1) {
            Node map = Expressions.bare(call.child(1));
            String value = map.is("UnaryOperator") ? mapValues.get(Expressions.bare(map.child(0)).targetName()) : null;
            if (value != null) candidate(value, s.distance + 1, call.begin());
        }
        add(call, s, true, 2);
    }

    /** Where the value of {@code s.node} goes. */
    private void forward(Step s) {
        Node e = s.node;
        Node user = s.body.parent(e);
        if (user == null || !seenForward.add(e)) return;
        written |= Stores.through(e, s.body) && !bodies.containsKey(Expressions.callee(user));
        switch (user.kind()) {
            case "ImplicitCastExpr", "CStyleCastExpr", "ParenExpr" -> {
                note(user.type(), s.distance, user.begin());
                add(user, s, true, 1);
            }
            case "ConditionalOperator", "BinaryConditionalOperator" -> add(user, s, true, 1);
            case "VarDecl" -> assigned(user, user.type(), s);
            case "BinaryOperator" -> {
                if (user.detail().equals("=") && user.child(1) == e) {
                    Node target = Expressions.bare(user.child(0));
                    Node variable = target.is("DeclRefExpr") ? s.body.variable(target.target()) : null;
                    note(target.type(), s.distance, user.begin());
                    if (variable != null) assigned(variable, variable.type(), s);
                    add(user, s, true, 1);
                }
            }
            case "ReturnStmt" -> {
                if (s.call != null) steps.add(new Step(s.call.node, s.call.caller, true, s.distance + 1, s.call.outer));
                else if (s.body == start) returned = true;
            }
            case "CallExpr" -> argument(user, e, s);
            // The last statement is the value of a statement expression.
            case "CompoundStmt" -> {
                Node outer = s.body.parent(user);
                if (outer != null && outer.is("StmtExpr") && user.child(user.children().size() - 1) == e) add(outer, s, true, 1);
            }
            default -> { }
        }
    }

    private void assigned(Node variable, String type, Step s) {
        note(type, s.distance, s.node.begin());
        variable(variable, s);
    }

    private void argument(Node call, Node argument, Step s) {
        Body callee = bodies.get(Expressions.callee(call));
        int index = index(Expressions.arguments(call), argument);
        if (callee == null || index < 0 || index >= callee.params().size()) return;
        Node param = callee.params().get(index);
        note(param.type(), s.distance + 1, call.begin());
        if (!seenVariables.add(callee.name() + " " + param.id())) return;
        for (Node use : callee.references(param.id())) steps.add(new Step(use, callee, true, s.distance + 2, new Call(call, s.body, s.call)));
    }

    private static int index(List<Node> nodes, Node node) {
        for (int i = 0; i < nodes.size(); i++) if (nodes.get(i) == node) return i;
        return -1;
    }
}
