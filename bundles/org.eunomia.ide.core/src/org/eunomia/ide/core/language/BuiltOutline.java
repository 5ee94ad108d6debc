package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.language.OutlineNode.Kind;

/** The outline of a source with what a build of it found: below each map the types of the events that come out of it, with sizes. */
public final class BuiltOutline {
    private BuiltOutline() { }

    /** @param pack may be of the source as it was some edits ago */
    public static SourceOutline of(SourceOutline outline, Package pack) {
        return new SourceOutline(outline.nodes().stream().map(n -> n.kind() == Kind.MAP ? map(n, pack) : n).toList());
    }

    private static OutlineNode map(OutlineNode node, Package pack) {
        Optional<MapSpec> spec = pack.maps().stream().filter(m -> m.name().equals(node.name())).findFirst();
        return spec.isEmpty() || !(spec.get().output() instanceof Output.Events events) ? node
                : node.with(node.detail(), events.variants().stream().map(v -> event(node, v.schema())).toList());
    }

    private static OutlineNode event(OutlineNode map, Schema schema) {
        List<OutlineNode> fields = new ArrayList<>();
        if (schema.type() instanceof Type.Struct struct) {
            // A place of their own they do not have: the struct is in a header, usually. The map is where one wants to go.
            struct.fields().forEach(f -> fields.add(new OutlineNode(Kind.FIELD, f.name(), f.type().cName(), -1, 0, -1, List.of())));
        }
        return new OutlineNode(Kind.EVENT, schema.name(), schema.size() + " bytes", -1, 0, -1, fields);
    }
}
