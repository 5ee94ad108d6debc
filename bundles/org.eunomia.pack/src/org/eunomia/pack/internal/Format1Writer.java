package org.eunomia.pack.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.pack.internal.json.Leftovers;
import org.eunomia.pack.internal.types.TypeReader;
import org.eunomia.pack.internal.types.TypeWriter;

/** Turns a package into the tree of format 1. What is empty or as usual is left out; members stand in the order of {@link #MEMBERS}. */
public final class Format1Writer {
    public static final String FORMAT = "eunomia/1";
    /** All that a document of this format may have at its top. */
    static final List<String> MEMBERS = List.of("format", "name", "version", "description", "license", "object", "programs", "maps", "types", "params", "requires",
            "signatures");

    private final TypeWriter types = new TypeWriter();
    private final Map<String, Object> document = new LinkedHashMap<>();

    private Format1Writer() { }

    /** @param object the member of that name, which differs between a document and its canonical form */
    public static Map<String, Object> tree(Package p, Map<String, Object> object) {
        return new Format1Writer().write(p, object);
    }

    private Map<String, Object> write(Package p, Map<String, Object> object) {
        document.put("format", FORMAT);
        document.put("name", p.name());
        put(document, "version", p.version());
        put(document, "description", p.description());
        put(document, "license", p.license());
        document.put("object", object);
        document.put("programs", each(p.programs(), this::program));
        document.put("maps", each(p.maps(), this::map));
        List<Object> params = each(p.params(), this::param);
        if (!types.table().isEmpty()) document.put("types", types.table());
        document.put("params", params);
        if (!p.requires().equals(Package.Requirements.NONE)) document.put("requires", requires(p.requires()));
        if (!p.signatures().isEmpty()) document.put("signatures", each(p.signatures(), this::signature));
        Map<String, Object> unknown = new LinkedHashMap<>(p.extra());
        MEMBERS.forEach(unknown::remove);
        Leftovers.putBack(unknown, document);
        return document;
    }

    private static <T> List<Object> each(List<T> items, Function<T, Object> written) {
        return new ArrayList<>(items.stream().map(written).toList());
    }

    private static void put(Map<String, Object> out, String name, String text) {
        if (!text.isEmpty()) out.put(name, text);
    }

    private Object program(ProgramSpec p) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", p.name());
        out.put("section", p.section());
        if (!p.attach()) out.put("attach", false);
        if (!p.options().isEmpty()) out.put("options", Leftovers.sorted(p.options()));
        return out;
    }

    private Object map(MapSpec m) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", m.name());
        out.put("type", m.type());
        if (m.maxEntries() != 0) out.put("maxEntries", m.maxEntries());
        m.keyType().ifPresent(t -> out.put("key", types.reference(t)));
        m.valueType().ifPresent(t -> out.put("value", types.reference(t)));
        if (!(m.output() instanceof Output.None)) out.put("output", output(m.output()));
        if (!m.lossOffsets().isEmpty()) out.put("lossOffsets", m.lossOffsets());
        return out;
    }

    private Map<String, Object> output(Output output) {
        Map<String, Object> out = new LinkedHashMap<>();
        switch (output) {
            case Output.None n -> { }
            case Output.Events e -> {
                out.put("kind", "events");
                if (e.variants().size() == 1) out.putAll(variant(e.variants().get(0)));
                else if (!e.variants().isEmpty()) out.put("types", each(e.variants(), this::variant));
            }
            case Output.Table t -> {
                out.put("kind", "table");
                out.put("intervalMillis", t.intervalMillis());
                if (t.clear()) out.put("clear", true);
            }
            case Output.Histogram h -> {
                out.put("kind", "histogram");
                out.put("scale", h.scale().name().toLowerCase(java.util.Locale.ROOT));
                put(out, "unit", h.unit());
                out.put("intervalMillis", h.intervalMillis());
                if (h.clear()) out.put("clear", true);
            }
            case Output.Stacks s -> out.put("kind", "stacks");
            case Output.Counter c -> {
                out.put("kind", "counter");
                out.put("intervalMillis", c.intervalMillis());
            }
        }
        return out;
    }

    private Map<String, Object> variant(Output.Variant v) {
        Map<String, Object> out = new LinkedHashMap<>();
        Object reference = types.reference(v.schema().type());
        out.put("type", reference);
        if (!v.schema().name().equals(TypeReader.schemaName(reference))) out.put("name", v.schema().name());
        put(out, "tag", v.tagField());
        if (!v.tagField().isEmpty() || v.tagValue() != 0) out.put("value", v.tagValue());
        return out;
    }

    private Object param(ParamSpec p) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("name", p.name());
        out.put("type", types.reference(p.type()));
        if (!p.section().equals(".rodata")) out.put("section", p.section());
        out.put("offset", p.offset());
        out.put("default", ParamDefault.write(p.type(), p.defaultValue()));
        put(out, "description", p.description());
        if (!p.longOption().equals(ParamDefault.longOption(p.name()))) out.put("long", p.longOption());
        put(out, "short", p.shortOption());
        return out;
    }

    private static Object requires(Package.Requirements r) {
        Map<String, Object> out = new LinkedHashMap<>();
        put(out, "kernel", r.kernel());
        if (!r.features().isEmpty()) out.put("features", r.features());
        return out;
    }

    private Object signature(Package.Signature s) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("algorithm", s.algorithm());
        out.put("keyId", s.keyId());
        out.put("value", s.value());
        return out;
    }
}
