package org.eunomia.toolchain.internal.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eunomia.toolchain.internal.flow.Handover.Role;
import org.eunomia.toolchain.internal.tree.Node;
import org.eunomia.toolchain.internal.tree.Tree;

/**
 * Finds what a program gives to its maps. Each function is summed up in terms of its params and its result, and the summary is put in at its callers, so
 * that a wrapper such as {@code void *reserve(size_t size)} counts as what it does for each of them.
 */
public final class Handovers {
    /** Added to the distance of what a caller says about a value that the callee has a type for. */
    private static final int CALLER = 100;

    /** Where a helper has its operands; -1 for none. {@code data} −1 means that it returns the value. */
    private record Operands(Role role, int map, int data, int size) { }

    private static final Map<String, List<Operands>> HELPERS = Map.of(
            "bpf_ringbuf_reserve", List.of(new Operands(Role.EVENT, 0, -1, 1)),
            "bpf_ringbuf_output", List.of(new Operands(Role.EVENT, 0, 1, 2)),
            "bpf_ringbuf_reserve_dynptr", List.of(new Operands(Role.EVENT, 0, 3, 1)),
            "bpf_perf_event_output", List.of(new Operands(Role.EVENT, 1, 3, 4)),
            "bpf_skb_output", List.of(new Operands(Role.EVENT, 1, 3, 4)),
            "bpf_xdp_output", List.of(new Operands(Role.EVENT, 1, 3, 4)),
            "bpf_map_update_elem", List.of(new Operands(Role.KEY, 0, 1, -1), new Operands(Role.VALUE, 0, 2, -1)),
            "bpf_map_lookup_elem", List.of(new Operands(Role.KEY, 0, 1, -1), new Operands(Role.VALUE, 0, -1, -1)),
            "bpf_map_delete_elem", List.of(new Operands(Role.KEY, 0, 1, -1)),
            "bpf_map_push_elem", List.of(new Operands(Role.VALUE, 0, 1, -1)));

    private final Map<String, Body> bodies = new LinkedHashMap<>();
    private final Map<String, String> mapValues;
    private final Map<String, List<Handover>> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> called = new HashSet<>();

    private Handovers(Tree tree, Map<String, String> mapValues) {
        this.mapValues = mapValues;
        tree.functions().forEach((name, f) -> bodies.put(name, new Body(f)));
    }

    /**
     * @param mapValues C type of the values by name of the map, where it is known
     * @return those whose map is known; of a wrapper only what its callers make of it
     */
    public static List<Handover> find(Tree tree, Map<String, String> mapValues) {
        return new Handovers(tree, mapValues).all();
    }

    private List<Handover> all() {
        List<Handover> all = new ArrayList<>();
        for (Body b : bodies.values()) of(b);
        for (Body b : bodies.values()) for (Handover h : of(b)) if (!h.maps().isEmpty() && !(h.isOpen() && called.contains(b.name()))) all.add(h);
        return all;
    }

    private List<Handover> of(Body body) {
        List<Handover> done = known.get(body.name());
        if (done != null) return done;
        // The verifier refuses recursion, the compiler does not.
        if (!open.add(body.name())) return List.of();
        List<Handover> found = new ArrayList<>();
        for (Node call : body.calls()) {
            String callee = Expressions.callee(call);
            for (Operands o : HELPERS.getOrDefault(callee, List.of())) ofHelper(call, callee, o, body, found);
            Body wrapper = bodies.get(callee);
            if (wrapper == null) continue;
            called.add(callee);
            for (Handover h : of(wrapper)) if (h.isOpen()) found.add(atCaller(h, call, body));
        }
        known.put(body.name(), List.copyOf(found));
        return found;
    }

    private void ofHelper(Node call, String helper, Operands o, Body body, List<Handover> found) {
        List<Node> arguments = Expressions.arguments(call);
        if (arguments.size() <= Math.max(o.map, Math.max(o.data, o.size))) return;
        MapReference map = MapReference.of(arguments.get(o.map), body);
        Size size = o.size < 0 ? Size.UNKNOWN : Size.of(arguments.get(o.size), body);
        Flow flow = new Flow(bodies, o.role == Role.EVENT ? mapValues : Map.of(), body);
        List<Candidate> candidates = o.data < 0 ? flow.uses(call)
                : helper.equals("bpf_ringbuf_reserve_dynptr") ? ofDynamicPointer(arguments.get(o.data), body) : flow.origins(arguments.get(o.data));
        found.add(new Handover(o.role, map.names(), map.param(), candidates, flow.params(), flow.returned(), o.data >= 0 || flow.written(), size, helper, call.begin()));
    }

    /** What is copied into the memory behind a dynamic pointer, or what a slice of it is used as. */
    private List<Candidate> ofDynamicPointer(Node pointer, Body body) {
        Node variable = Expressions.bare(pointer);
        if (variable.is("UnaryOperator")) variable = Expressions.bare(variable.child(0));
        List<Candidate> candidates = new ArrayList<>();
        for (Node call : body.calls()) {
            List<Node> arguments = call.children().isEmpty() ? List.of() : Expressions.arguments(call);
            String callee = Expressions.callee(call);
            if (arguments.size() < 3 || !refersTo(arguments.get(0), variable)) continue;
            if (callee.equals("bpf_dynptr_write")) candidates.addAll(new Flow(bodies, mapValues, body).origins(arguments.get(2)));
            if (callee.equals("bpf_dynptr_data")) candidates.addAll(new Flow(bodies, mapValues, body).uses(call));
        }
        candidates.sort((a, b) -> Integer.compare(a.distance(), b.distance()));
        return candidates;
    }

    private static boolean refersTo(Node expression, Node variable) {
        Node e = Expressions.bare(expression);
        if (e.is("UnaryOperator")) e = Expressions.bare(e.child(0));
        return e.is("DeclRefExpr") && e.target().equals(variable.target());
    }

    private Handover atCaller(Handover h, Node call, Body caller) {
        List<Node> arguments = Expressions.arguments(call);
        MapReference map = h.mapParam() < 0 || h.mapParam() >= arguments.size() ? new MapReference(h.maps(), -1) : MapReference.of(arguments.get(h.mapParam()), caller);
        Size size = h.size().param() < 0 || h.size().param() >= arguments.size() ? h.size() : Size.of(arguments.get(h.size().param()), caller);
        List<Candidate> candidates = new ArrayList<>(h.candidates());
        Set<Integer> params = new HashSet<>();
        boolean returned = false;
        boolean written = h.written();
        for (int p : h.params()) {
            if (p >= arguments.size()) continue;
            Flow flow = new Flow(bodies, mapValues, caller);
            flow.origins(arguments.get(p)).forEach(c -> candidates.add(c.farther(CALLER)));
            params.addAll(flow.params());
        }
        if (h.returned()) {
            Flow flow = new Flow(bodies, mapValues, caller);
            flow.uses(call).forEach(c -> candidates.add(c.farther(CALLER)));
            params.addAll(flow.params());
            returned = flow.returned();
            written |= flow.written();
        }
        return new Handover(h.role(), map.names(), map.param(), candidates, params, returned, written, size, h.helper(), call.begin());
    }
}
