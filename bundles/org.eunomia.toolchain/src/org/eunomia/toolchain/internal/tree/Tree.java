package org.eunomia.toolchain.internal.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The declarations of a source that matter here.
 *
 * @param functions with a body, by name
 * @param variables outside of functions, by name
 * @param typedefs  outside of functions, by name
 * @param records   definitions outside of functions, in the order of the source; those within records and functions are below these
 */
public record Tree(Map<String, Node> functions, Map<String, Node> variables, Map<String, Node> typedefs, List<Node> records) {

    /** For a source whose tree cannot be read. */
    public static final Tree EMPTY = new Tree(Map.of(), Map.of(), Map.of(), List.of());

    static final class Builder {
        private final Map<String, Node> functions = new LinkedHashMap<>();
        private final Map<String, Node> variables = new LinkedHashMap<>();
        private final Map<String, Node> typedefs = new LinkedHashMap<>();
        private final List<Node> records = new ArrayList<>();

        void add(Node node) {
            switch (node.kind()) {
                case "FunctionDecl" -> {
                    if (node.child("CompoundStmt").isPresent()) functions.put(node.name(), node);
                }
                case "VarDecl" -> {
                    if (!isHelper(node)) variables.put(node.name(), node);
                }
                case "TypedefDecl" -> typedefs.put(node.name(), node);
                case "RecordDecl" -> {
                    if (node.child("FieldDecl").isPresent()) records.add(node);
                }
                default -> { }
            }
        }

        /** {@code static void *(*const bpf_map_lookup_elem)(…) = (void *) 1;}: there are two hundred of them. */
        private static boolean isHelper(Node variable) {
            return variable.name().startsWith("bpf_") && variable.type().contains("(*");
        }

        Tree build() {
            return new Tree(functions, variables, typedefs, records);
        }
    }
}
