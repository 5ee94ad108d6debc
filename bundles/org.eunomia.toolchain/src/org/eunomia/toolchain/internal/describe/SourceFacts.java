package org.eunomia.toolchain.internal.describe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.toolchain.internal.comments.Comment;
import org.eunomia.toolchain.internal.comments.Comments;
import org.eunomia.toolchain.internal.flow.Candidate;
import org.eunomia.toolchain.internal.flow.Handover;
import org.eunomia.toolchain.internal.flow.Handover.Role;
import org.eunomia.toolchain.internal.flow.Handovers;
import org.eunomia.toolchain.internal.layout.Outline;
import org.eunomia.toolchain.internal.tree.Node;
import org.eunomia.toolchain.internal.tree.Records;
import org.eunomia.toolchain.internal.tree.SourceFiles;
import org.eunomia.toolchain.internal.tree.Tree;

/** All that the source alone tells: before the object is there, and while it is being made. */
public final class SourceFacts {
    private static final int TYPES_OF_EVENT = 12;
    private static final int TYPES_OF_ENTRY = 3;
    /** What is no type that could be written down. */
    private static final Pattern UNSPEAKABLE = Pattern.compile("typeof|\\(\\*|<|^$|^void$");

    private static final Pattern FIRST_STRING = Pattern.compile("[^\";{}]{1,80}\"([^\"]*)\"");

    private final Tree tree;
    private final Records records;
    private final SourceFiles files = new SourceFiles();
    private final Comments comments = new Comments(files);
    private final String file;
    private final Map<String, MapDeclaration> maps;
    private final List<Handover> handovers;
    private final Map<String, List<EventTag>> tags = new LinkedHashMap<>();
    private final Set<String> tagged = new LinkedHashSet<>();
    private final List<String> own = new ArrayList<>();

    /**
     * @param file  the source, as clang names it
     * @param isOwn whether a file belongs to the program rather than to the system
     */
    public SourceFacts(Tree tree, String file, Predicate<String> isOwn) {
        this.tree = tree;
        this.file = file;
        this.records = new Records(tree);
        this.maps = MapDeclaration.all(tree, records, comments);
        Map<String, String> values = new TreeMap<>();
        maps.forEach((name, m) -> {
            if (!m.value().isEmpty()) values.put(name, m.value());
        });
        this.handovers = Handovers.find(tree, values);
        maps.forEach((name, m) -> tags.put(name, eventTags(m)));
        for (Node r : tree.records()) if (isOwn.test(r.place().file())) name(r).ifPresent(n -> addOwn(n, r));
    }

    private List<EventTag> eventTags(MapDeclaration map) {
        List<String> specs = new ArrayList<>(map.comment().values("event"));
        for (String tag : declarationTags(tree.variables().get(map.name()))) if (tag.startsWith("event ")) specs.add(tag.substring("event ".length()));
        return specs.stream().flatMap(s -> EventTag.parse(s, records).stream()).toList();
    }

    /** The texts of {@code __attribute__((btf_decl_tag("…")))}, which clang's tree does not give. */
    private List<String> declarationTags(Node declaration) {
        List<String> texts = new ArrayList<>();
        for (Node attribute : declaration.children("BTFDeclTagAttr")) {
            Matcher m = FIRST_STRING.matcher(SourceFiles.decoded(files.textFrom(attribute.begin())));
            if (m.lookingAt()) texts.add(m.group(1));
        }
        return texts;
    }

    private void addOwn(String name, Node record) {
        own.add(name);
        if (comments.atDefinition(record).has("event") || declarationTags(record).contains("event")) tagged.add(name);
    }

    private Optional<String> name(Node record) {
        if (!record.name().isEmpty()) return Optional.of(record.detail() + " " + record.name());
        return tree.typedefs().keySet().stream().filter(t -> records.find(t).filter(r -> r == record).isPresent()).findFirst();
    }

    /** Types whose layout has to be known, as clang spells them. */
    public Set<String> types() {
        Set<String> types = new LinkedHashSet<>();
        boolean clear = true;
        for (Handover h : handovers) {
            boolean event = h.role() == Role.EVENT;
            if (!event && h.maps().stream().noneMatch(m -> isWanted(m, h.role()))) continue;
            List<String> candidates = h.candidates().stream().map(Candidate::type).filter(t -> !UNSPEAKABLE.matcher(t).find()).distinct()
                    .limit(event ? TYPES_OF_EVENT : TYPES_OF_ENTRY).toList();
            types.addAll(candidates);
            if (event && !UNSPEAKABLE.matcher(h.size().type()).find()) types.add(h.size().type());
            if (event) clear &= candidates.stream().anyMatch(t -> records.find(t).isPresent()) || records.find(h.size().type()).isPresent();
        }
        tags.values().forEach(list -> list.forEach(t -> types.add(t.type())));
        types.addAll(tagged);
        if (!clear) types.addAll(own);
        types.removeIf(t -> Records.isUnnamed(t) && records.find(t).isEmpty());
        return types;
    }

    /** Whether the source does not say of which type the keys or values of a map are. */
    private boolean isWanted(String map, Role role) {
        MapDeclaration m = maps.get(map);
        return m != null && (role == Role.KEY ? m.key() : m.value()).isEmpty();
    }

    /** Constant expressions whose value has to be known. */
    public Set<String> numbers() {
        Set<String> numbers = new LinkedHashSet<>();
        tags.values().forEach(list -> list.stream().filter(t -> !t.field().isEmpty()).forEach(t -> numbers.add(t.value())));
        return numbers;
    }

    /** How to write a type outside of all functions: one that has no name there as its definition. */
    public String text(String type) {
        return records.find(type).filter(r -> Records.isUnnamed(type) || records.isLocal(r)).map(r -> SourceFiles.decoded(files.text(r))).filter(s -> !s.isEmpty()).orElse(type);
    }

    /** The source without the bodies of its functions. */
    public byte[] outline() {
        return Outline.of(files.text(file), tree, file);
    }

    /** Of the source, as it is spelled; empty for the current one. */
    String folder() {
        return file.contains("/") ? file.substring(0, file.lastIndexOf('/')) : "";
    }

    Records records() {
        return records;
    }

    Comments comments() {
        return comments;
    }

    boolean isKnown() {
        return tree != Tree.EMPTY;
    }

    List<EventTag> tags(String map) {
        return tags.getOrDefault(map, List.of());
    }

    Set<String> tagged() {
        return tagged;
    }

    List<String> own() {
        return own;
    }

    Comment commentAtMap(String map) {
        return maps.containsKey(map) ? maps.get(map).comment() : Comment.NONE;
    }

    List<Handover> handovers(String map, Role role) {
        return handovers.stream().filter(h -> h.role() == role && h.maps().contains(map)).toList();
    }

    Comment commentAtVariable(String name) {
        Node variable = tree.variables().get(name);
        return variable == null ? Comment.NONE : comments.atVariable(variable);
    }

    /** The comment above a program. */
    Comment commentAtProgram(String name) {
        Node function = tree.functions().get(name);
        return function == null ? Comment.NONE : comments.atDefinition(function);
    }

    /** What the package says of itself. */
    Doc doc() {
        Comment atLicense = tree.variables().values().stream().filter(v -> v.name().equalsIgnoreCase("license") || v.name().equals("_license"))
                .findFirst().map(comments::atVariable).orElse(Comment.NONE);
        return Doc.of(atLicense, comments.atStart(file));
    }
}
