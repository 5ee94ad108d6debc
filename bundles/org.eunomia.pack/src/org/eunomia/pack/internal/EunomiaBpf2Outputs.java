package org.eunomia.pack.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.pack.internal.json.JsonObject;
import org.eunomia.pack.internal.json.Leftovers;

/**
 * What the maps of such a package show. Without {@code enable_multiple_export_types} one map does: the last that is sampled or is a buffer, and the first of the
 * export types is that of its records; with it each map says for itself. Maps that are sampled show their entries in either case.
 */
final class EunomiaBpf2Outputs {
    private static final int MAX_SIZE = 1 << 28;
    private static final Set<String> BUFFERS = Set.of("ringbuf", "perf_event_array");

    private final JsonObject meta;
    private final List<JsonObject> described;
    private final List<MapSpec> maps;
    private final ObjectTypes types;

    EunomiaBpf2Outputs(JsonObject meta, List<JsonObject> described, List<MapSpec> maps, ObjectTypes types) {
        this.meta = meta;
        this.described = described;
        this.maps = maps;
        this.types = types;
    }

    List<MapSpec> apply(Leftovers leftovers) throws OperationFailedException {
        boolean multiple = meta.flag("enable_multiple_export_types", false);
        List<Schema> exported = new ArrayList<>();
        for (JsonObject t : meta.objects("export_types")) exported.add(exported(t));
        String last = last();
        List<MapSpec> specs = new ArrayList<>();
        for (MapSpec m : maps) {
            JsonObject in = described(m.name());
            if (in == null) {
                specs.add(LegacyObject.withOutput(m, new Output.None()));
                continue;
            }
            Output output = new Output.None();
            if (in.has("sample")) output = sampled(in.object("sample"));
            else if (BUFFERS.contains(m.type()) && multiple) output = configured(in, m.name());
            else if (m.name().equals(last)) output = exported.isEmpty() ? new Output.Events(List.of()) : events(exported.get(0));
            else if (m.type().equals("stack_trace")) output = m.output();
            specs.add(LegacyObject.withOutput(m, output instanceof Output.Events e ? interpreted(in, e) : output));
            for (String known : List.of("ident", "export_config", "intepreter")) in.raw(known);
            leftovers.of(in, "/maps/" + (specs.size() - 1));
        }
        return specs;
    }

    private String last() throws OperationFailedException {
        String last = "";
        for (JsonObject in : described) {
            String name = in.text("name");
            if (in.has("sample") || maps.stream().anyMatch(m -> m.name().equals(name) && BUFFERS.contains(m.type()))) last = name;
        }
        return last;
    }

    private JsonObject described(String name) throws OperationFailedException {
        for (JsonObject in : described) if (in.text("name").equals(name)) return in;
        return null;
    }

    private static Output events(Schema schema) {
        return new Output.Events(List.of(new Output.Variant(schema, "", 0)));
    }

    private static Output sampled(JsonObject in) throws OperationFailedException {
        int interval = in.number("interval", 1, 86_400_000);
        String type = in.text("type", "default_kv");
        String unit = in.text("unit", "");
        boolean clear = in.flag("clear_map", false);
        return switch (type) {
            case "default_kv" -> new Output.Table(interval, clear);
            case "log2_hist" -> new Output.Histogram(Output.Scale.LOG2, unit, interval, clear);
            case "linear_hist" -> new Output.Histogram(Output.Scale.LINEAR, unit, interval, clear);
            default -> throw in.invalid("type", "expected default_kv, log2_hist or linear_hist, found " + JsonObject.shown(type), "");
        };
    }

    /** A buffer's {@code export_config}: a word, or an object with one member. */
    private Output configured(JsonObject in, String map) throws OperationFailedException {
        Object config = in.raw("export_config");
        if (config == null || config.equals("no_export")) return new Output.None();
        if (config.equals("default")) return new Output.Events(List.of());
        JsonObject which = in.object("export_config");
        if (which.has("btf_type_id")) {
            Type type = typeOf(which, "btf_type_id");
            return events(new Schema(type.cName().replaceFirst("^(struct|union|enum) ", ""), type));
        }
        List<Field> fields = new ArrayList<>();
        int size = 0;
        for (JsonObject m : which.objects("custom_members")) {
            Type type = typeOf(m, "btf_type_id");
            int offset = m.number("offset", 0, Integer.MAX_VALUE - type.size());
            fields.add(Field.of(m.text("name"), type, offset));
            size = Math.max(size, offset + type.size());
        }
        if (fields.isEmpty()) throw in.invalid("export_config", "expected no_export, default, or an object with btf_type_id or custom_members", "");
        return events(new Schema(map, new Type.Struct("struct " + map, false, size, fields)));
    }

    private Type typeOf(JsonObject in, String member) throws OperationFailedException {
        int id = in.number(member, 0, Integer.MAX_VALUE);
        return types.byId(id).orElseThrow(() -> in.invalid(member, "the object has no type " + id, ""));
    }

    /** The struct in the object's BTF when it has the size, else the members as they are listed. */
    private Schema exported(JsonObject in) throws OperationFailedException {
        String name = in.text("name");
        int size = in.number("size", 0, MAX_SIZE);
        int id = in.number("type_id", 0, Integer.MAX_VALUE, 0);
        List<JsonObject> members = in.objects("members");
        Optional<Type> known = types.byId(id).filter(t -> t instanceof Type.Struct && t.size() == size);
        if (known.isEmpty()) known = types.struct(name).map(Schema::type).filter(t -> t.size() == size);
        if (known.isPresent()) return new Schema(name, known.get());
        List<Map.Entry<String, Type>> fields = new ArrayList<>();
        long sum = 0;
        for (JsonObject m : members) {
            String text = m.text("type");
            Type type = new LegacyTypes(types).c(text).orElseThrow(() -> m.invalid("type", "there is no type \"" + text + "\", neither of C nor in the object", ""));
            sum += type.size();
            if (sum > size) throw m.invalid("type", "the members up to this one take more than the " + size + " bytes of the struct", "");
            fields.add(Map.entry(m.text("name"), type));
        }
        Type.Struct struct = CLayout.struct("struct " + name, fields);
        if (struct.size() != size) throw in.invalid("size", "the members take " + struct.size() + " bytes, the package says " + size, "");
        return new Schema(name, struct);
    }

    /** Stacks in records are fields of a format. */
    private static Output interpreted(JsonObject in, Output.Events events) throws OperationFailedException {
        if (!(in.raw("intepreter") instanceof Map)) return events;
        JsonObject interpreter = in.object("intepreter");
        if (!interpreter.has("stack_trace")) return events;
        JsonObject trace = interpreter.object("stack_trace");
        trace.flag("with_symbols", true);
        JsonObject names = trace.objectOrEmpty("field_map");
        String kernel = names.text("kstack", "kstack");
        String user = names.text("ustack", "ustack");
        List<Output.Variant> variants = events.variants().stream()
                .map(v -> v.schema().type() instanceof Type.Struct s ? new Output.Variant(new Schema(v.schema().name(), stacks(s, kernel, user)), v.tagField(), v.tagValue()) : v).toList();
        return new Output.Events(variants);
    }

    private static Type.Struct stacks(Type.Struct s, String kernel, String user) {
        List<Field> fields = s.fields().stream().map(f -> f.name().equals(kernel) ? formatted(f, "kstack") : f.name().equals(user) ? formatted(f, "ustack") : f).toList();
        return new Type.Struct(s.cName(), s.union(), s.size(), fields);
    }

    private static Field formatted(Field f, String format) {
        return new Field(f.name(), f.type(), f.offset(), f.bitOffset(), f.bitSize(), f.comment(), format);
    }
}
