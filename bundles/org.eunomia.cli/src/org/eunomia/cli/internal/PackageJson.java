package org.eunomia.cli.internal;

import java.util.List;
import java.util.function.Consumer;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.view.Escapes;
import org.eunomia.core.view.TextBuffer;

/** A package as one JSON object on one line, without its object's bytes. */
final class PackageJson {
    private final TextBuffer out = new TextBuffer();

    private PackageJson() { }

    static String of(Package pack) {
        PackageJson json = new PackageJson();
        json.pack(pack);
        return json.out.put('\n').toString();
    }

    private void pack(Package p) {
        out.put('{');
        text("name", p.name()).comma().text("version", p.version()).comma().text("description", p.description()).comma().text("license", p.license()).comma();
        name("object").put("{\"size\":").number(p.object().length).put("},");
        name("programs");
        list(p.programs(), x -> {
            out.put('{');
            text("name", x.name()).comma().text("section", x.section()).comma().name("attach").put(Boolean.toString(x.attach())).put('}');
        });
        comma().name("maps");
        list(p.maps(), this::map);
        comma().name("params");
        list(p.params(), x -> {
            out.put('{');
            text("name", x.name()).comma().text("option", x.longOption()).comma().text("type", x.type().cName()).comma().text("default", x.defaultValue()).comma()
                    .text("description", x.description()).out.put('}');
        });
        comma().name("requires").put('{');
        text("kernel", p.requires().kernel()).comma().name("features");
        list(p.requires().features(), f -> Escapes.json(f, out));
        out.put("}}");
    }

    private void map(MapSpec m) {
        out.put('{');
        text("name", m.name()).comma().text("type", m.type()).comma().name("maxEntries").number(m.maxEntries());
        m.keyType().ifPresent(t -> comma().text("key", t.cName()));
        m.valueType().ifPresent(t -> comma().text("value", t.cName()));
        switch (m.output()) {
            case Output.None n -> { }
            case Output.Events e -> {
                comma().text("output", "events").comma().name("events");
                list(e.variants(), v -> schema(v.schema()));
            }
            case Output.Table t -> comma().text("output", "table");
            case Output.Histogram h -> comma().text("output", h.scale() == Output.Scale.LOG2 ? "log2-histogram" : "linear-histogram").comma().text("unit", h.unit());
            case Output.Stacks s -> comma().text("output", "stacks");
            case Output.Counter c -> comma().text("output", "counter");
        }
        out.put('}');
    }

    private void schema(Schema s) {
        out.put('{');
        text("type", s.name()).comma().name("size").number(s.size());
        if (s.type() instanceof Type.Struct struct) fields(struct);
        out.put('}');
    }

    private void fields(Type.Struct struct) {
        comma().name("fields");
        list(struct.fields(), this::field);
    }

    private void field(Field f) {
        out.put('{');
        text("name", f.name()).comma().name("offset").number(f.offset()).put(',');
        name("size").number(f.type().size()).put(',');
        text("type", f.type().cName()).comma().text("comment", f.comment());
        if (f.isBitField()) comma().name("bits").number(f.bitSize());
        if (f.type() instanceof Type.Struct inner) fields(inner);
        out.put('}');
    }

    private TextBuffer name(String name) {
        Escapes.json(name, out);
        return out.put(':');
    }

    private PackageJson text(String name, String value) {
        name(name);
        Escapes.json(value, out);
        return this;
    }

    private PackageJson comma() {
        out.put(',');
        return this;
    }

    private <T> void list(List<T> values, Consumer<T> each) {
        out.put('[');
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) out.put(',');
            each.accept(values.get(i));
        }
        out.put(']');
    }
}
