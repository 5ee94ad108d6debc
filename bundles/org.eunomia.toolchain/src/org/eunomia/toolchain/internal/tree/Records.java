package org.eunomia.toolchain.internal.tree;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the definition of a struct or union by the way clang spells its type. */
public final class Records {
    private static final Pattern UNNAMED = Pattern.compile("\\((?:unnamed|anonymous)(?: struct| union)? at (.+):(\\d+):(\\d+)\\)");

    private final Map<String, Node> byTag = new HashMap<>();
    private final Map<String, Node> byPlace = new HashMap<>();
    private final Map<String, Node> byId = new HashMap<>();
    private final Map<String, Node> byTypedef = new HashMap<>();
    private final Set<Node> local = Collections.newSetFromMap(new IdentityHashMap<>());

    public Records(Tree tree) {
        tree.records().forEach(r -> collect(r, false));
        Set<String> outside = new HashSet<>(byTag.keySet());
        tree.functions().values().forEach(f -> collect(f, true));
        tree.typedefs().forEach((name, typedef) -> owned(typedef).ifPresent(r -> byTypedef.put(name, r)));
        local.removeIf(r -> !r.name().isEmpty() && outside.contains(r.detail() + " " + r.name()));
    }

    private void collect(Node node, boolean inFunction) {
        if (node.is("RecordDecl") && node.child("FieldDecl").isPresent()) {
            if (!node.name().isEmpty()) byTag.putIfAbsent(node.detail() + " " + node.name(), node);
            byPlace.put(node.place().file() + ":" + node.place().line() + ":" + node.place().column(), node);
            byId.put(node.id(), node);
            if (inFunction) local.add(node);
        }
        for (Node c : node.children()) collect(c, inFunction);
    }

    /** The record that a typedef is a name of. */
    private Optional<Node> owned(Node typedef) {
        for (Node c : typedef.children()) {
            Node record = byId.get(c.target());
            if (record != null) return Optional.of(record);
            Optional<Node> below = owned(c);
            if (below.isPresent()) return below;
        }
        return Optional.empty();
    }

    /** @param type {@code struct tag}, a typedef's name, or {@code struct (unnamed struct at file:line:column)} */
    public Optional<Node> find(String type) {
        Matcher m = UNNAMED.matcher(type);
        if (m.find()) return Optional.ofNullable(byPlace.get(m.group(1) + ":" + m.group(2) + ":" + m.group(3)));
        Node record = byTag.get(type);
        return Optional.ofNullable(record != null ? record : byTypedef.get(type));
    }

    public static boolean isUnnamed(String type) {
        return UNNAMED.matcher(type).find();
    }

    /** Whether the record is defined within a function, so that nobody else can name it. */
    public boolean isLocal(Node record) {
        return local.contains(record);
    }
}
