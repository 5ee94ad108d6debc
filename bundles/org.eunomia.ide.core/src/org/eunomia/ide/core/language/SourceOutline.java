package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a source declares, in its order. Reads the text alone, so that it also works while the source does not compile. */
public record SourceOutline(List<OutlineNode> nodes) {
    public SourceOutline {
        nodes = List.copyOf(nodes);
    }

    public static SourceOutline of(String source) {
        List<OutlineNode> nodes = new ArrayList<>();
        for (Declaration d : Declaration.split(source)) new DeclarationReader(source, d).read().ifPresent(nodes::add);
        return new SourceOutline(nodes);
    }

    /** The declaration that {@code offset} lies in. */
    public Optional<OutlineNode> at(int offset) {
        return nodes.stream().filter(n -> n.contains(offset)).findFirst();
    }

    public Optional<OutlineNode> find(OutlineNode.Kind kind, String name) {
        return nodes.stream().filter(n -> n.kind() == kind && n.name().equals(name)).findFirst();
    }

    /** The section of the program that {@code offset} lies in. */
    public Optional<Section> sectionAt(int offset) {
        return at(offset).filter(n -> n.kind() == OutlineNode.Kind.PROGRAM).flatMap(n -> Sections.find(n.detail()));
    }
}
