package org.eunomia.toolchain.internal.describe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.toolchain.internal.comments.Comment;
import org.eunomia.toolchain.internal.comments.Comments;
import org.eunomia.toolchain.internal.tree.Node;
import org.eunomia.toolchain.internal.tree.Records;
import org.eunomia.toolchain.internal.tree.Tree;

/**
 * A map as the source defines it.
 *
 * @param type  number of the kernel's {@code enum bpf_map_type}
 * @param key   C type, empty when the source gives a size only
 * @param value likewise
 */
record MapDeclaration(String name, int type, String key, String value, Comment comment) {
    private static final int PERF_EVENT_ARRAY = 4;
    private static final int RINGBUF = 27;
    /** {@code int (*type)[27]}, as the macro {@code __uint} writes numbers. */
    private static final Pattern NUMBER = Pattern.compile("int \\(\\*\\)\\[(\\d+)\\]");

    boolean isBuffer() {
        return type == RINGBUF || type == PERF_EVENT_ARRAY;
    }

    /** By name, in the order of the source. */
    static Map<String, MapDeclaration> all(Tree tree, Records records, Comments comments) {
        Map<String, MapDeclaration> all = new LinkedHashMap<>();
        for (Node variable : tree.variables().values()) {
            records.find(variable.type()).flatMap(r -> of(variable, r, comments)).ifPresent(m -> all.put(m.name, m));
        }
        return all;
    }

    private static Optional<MapDeclaration> of(Node variable, Node record, Comments comments) {
        int type = -1;
        String key = "";
        String value = "";
        for (Node field : record.children("FieldDecl")) {
            switch (field.name()) {
                case "type" -> {
                    Matcher m = NUMBER.matcher(field.type());
                    if (m.matches()) type = Integer.parseInt(m.group(1));
                }
                case "key" -> key = pointee(field.type());
                case "value" -> value = pointee(field.type());
                default -> { }
            }
        }
        if (type < 0) return Optional.empty();
        return Optional.of(new MapDeclaration(variable.name(), type, key, value, comments.atVariable(variable)));
    }

    private static String pointee(String type) {
        return type.endsWith("*") ? type.substring(0, type.length() - 1).strip() : "";
    }
}
