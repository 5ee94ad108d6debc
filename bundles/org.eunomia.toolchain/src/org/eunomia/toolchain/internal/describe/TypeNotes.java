package org.eunomia.toolchain.internal.describe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.toolchain.internal.comments.Comment;
import org.eunomia.toolchain.internal.comments.Comments;
import org.eunomia.toolchain.internal.tree.Node;
import org.eunomia.toolchain.internal.tree.Records;

/** Adds what stands in the source at each field to layouts, which come from BTF and know nothing of comments. */
final class TypeNotes {
    private final Records records;
    private final Comments comments;

    TypeNotes(Records records, Comments comments) {
        this.records = records;
        this.comments = comments;
    }

    /** @param spelling how the source names the type, for types that have no name */
    Schema annotated(Schema schema, String spelling) {
        return new Schema(schema.name(), annotated(schema.type(), records.find(spelling)));
    }

    Type annotated(Type type) {
        return annotated(type, Optional.empty());
    }

    private Type annotated(Type type, Optional<Node> definition) {
        return switch (type) {
            case Type.Struct s -> struct(s, definition.or(() -> records.find(s.cName())));
            case Type.Array a -> new Type.Array(a.cName(), annotated(a.element(), definition), a.count());
            case Type.Int i -> i;
            case Type.Char c -> c;
            case Type.Bool b -> b;
            case Type.Float f -> f;
            case Type.Enum e -> e;
            case Type.Pointer p -> p;
        };
    }

    private Type struct(Type.Struct s, Optional<Node> definition) {
        if (definition.isEmpty()) return s;
        Map<String, Node> declared = new HashMap<>();
        Map<String, Node> unnamed = new HashMap<>();
        List<Node> anonymous = new ArrayList<>();
        Node nested = null;
        for (Node c : definition.get().children()) {
            if (c.is("RecordDecl")) {
                nested = c;
            } else if (c.is("FieldDecl")) {
                boolean ofNested = nested != null && Records.isUnnamed(c.type());
                if (c.name().isEmpty() && ofNested) anonymous.add(nested);
                declared.put(c.name(), c);
                if (ofNested) unnamed.put(c.name(), nested);
            }
        }
        List<Field> fields = new ArrayList<>();
        int anonymousSeen = 0;
        for (Field f : s.fields()) {
            Optional<Node> inner = Optional.ofNullable(unnamed.get(f.name()));
            if (f.name().isEmpty()) inner = anonymousSeen < anonymous.size() ? Optional.of(anonymous.get(anonymousSeen++)) : Optional.empty();
            Node field = f.name().isEmpty() ? null : declared.get(f.name());
            Comment comment = field == null ? Comment.NONE : comments.atField(field);
            fields.add(new Field(f.name(), annotated(f.type(), inner), f.offset(), f.bitOffset(), f.bitSize(), comment.text(), comment.value("format").orElse(f.format())));
        }
        return new Type.Struct(s.cName(), s.union(), s.size(), fields);
    }
}
