package org.eunomia.pack.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.elf.ObjectContents;
import org.eunomia.pack.PackageLimits;
import org.eunomia.pack.internal.json.JsonObject;
import org.eunomia.pack.internal.json.Leftovers;
import org.eunomia.pack.internal.types.TypeReader;

/** Reads format 1. Programs, maps and params that a document leaves out altogether are those of its object. */
final class Format1Reader {
    private static final int DAY = 86_400_000;

    private final JsonObject root;
    private final PackageLimits limits;
    private final Leftovers leftovers = new Leftovers();
    private final TypeReader types;

    private Format1Reader(JsonObject root, PackageLimits limits) throws OperationFailedException {
        this.root = root;
        this.limits = limits;
        this.types = new TypeReader(root.has("types") ? JsonObject.of(root.source(), "/types", root.raw("types")) : root.objectOrEmpty("types"), leftovers);
    }

    static Package read(JsonObject root, PackageLimits limits) throws OperationFailedException {
        return new Format1Reader(root, limits).read();
    }

    private Package read() throws OperationFailedException {
        String format = root.text("format");
        if (!format.equals(Format1Writer.FORMAT)) {
            throw root.invalid("format", "expected \"" + Format1Writer.FORMAT + "\", found " + JsonObject.shown(format),
                    format.startsWith("eunomia/") ? "a newer version of Eunomia made this package" : "");
        }
        String name = root.text("name");
        byte[] object = object(root.object("object"));
        types.check();
        boolean described = root.has("programs") && root.has("maps") && root.has("params");
        ObjectContents contents = described ? null : ObjectContents.read(object);
        List<ProgramSpec> programs = root.has("programs") ? each("programs", this::program) : contents.programs();
        List<MapSpec> maps = root.has("maps") ? each("maps", this::map) : contents.maps();
        List<ParamSpec> params = root.has("params") ? each("params", this::param) : contents.params();
        unique("programs", programs.stream().map(ProgramSpec::name).toList());
        unique("maps", maps.stream().map(MapSpec::name).toList());
        unique("params", params.stream().map(ParamSpec::name).toList());
        Package.Requirements requires = requires();
        List<Package.Signature> signatures = each("signatures", this::signature);
        String license = root.has("license") || contents == null ? root.text("license", "") : contents.license();
        String version = root.text("version", "");
        String description = root.text("description", "");
        leftovers.of(root);
        return new Package(Package.Format.EUNOMIA_1, name, version, description, license, object, programs, maps, params, requires, signatures, leftovers.found());
    }

    @FunctionalInterface
    private interface Reader<T> {
        T read(JsonObject in) throws OperationFailedException;
    }

    private <T> List<T> each(String member, Reader<T> reader) throws OperationFailedException {
        List<T> items = new ArrayList<>();
        for (JsonObject in : root.objects(member)) {
            items.add(reader.read(in));
            leftovers.of(in);
        }
        return items;
    }

    private void unique(String member, List<String> names) throws OperationFailedException {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i))) throw root.invalid(member + "/" + i + "/name", "there are two with the name \"" + names.get(i) + "\"", "");
        }
    }

    private byte[] object(JsonObject in) throws OperationFailedException {
        String encoding = in.text("encoding");
        int size = in.number("size", 1, Integer.MAX_VALUE);
        byte[] data = ObjectData.base64(in, "data", limits.objectBytes());
        byte[] object = switch (encoding) {
            case "zlib+base64" -> ObjectData.inflate(in, "data", data, size, limits.objectBytes());
            case "base64" -> data;
            default -> throw in.invalid("encoding", "expected \"zlib+base64\" or \"base64\", found " + JsonObject.shown(encoding), "");
        };
        ObjectData.requireSize(in, "size", size, object);
        String digest = in.text("sha256", "").toLowerCase(Locale.ROOT);
        if (!digest.isEmpty() && !digest.equals(ObjectData.sha256(object))) {
            throw in.invalid("sha256", "the object has another SHA-256: " + ObjectData.sha256(object), "the package was damaged or changed; fetch or build it again");
        }
        ObjectData.requireElf(in, "data", object);
        return object;
    }

    private ProgramSpec program(JsonObject in) throws OperationFailedException {
        JsonObject options = in.objectOrEmpty("options");
        Map<String, Object> values = options.rest();
        options.names().forEach(options::raw);
        return new ProgramSpec(in.text("name"), in.text("section"), in.flag("attach", true), values);
    }

    private MapSpec map(JsonObject in) throws OperationFailedException {
        List<Integer> lossOffsets = new ArrayList<>();
        for (Object offset : in.list("lossOffsets")) {
            if (!(offset instanceof Long n) || n < 0 || n > Integer.MAX_VALUE) throw in.invalid("lossOffsets/" + lossOffsets.size(), "expected an offset, found " + JsonObject.shown(offset), "");
            lossOffsets.add(n.intValue());
        }
        Output output = in.has("output") ? output(in.object("output")) : new Output.None();
        return new MapSpec(in.text("name"), in.text("type"), in.number("maxEntries", Integer.MIN_VALUE, Integer.MAX_VALUE, 0), types.type(in, "key"),
                types.type(in, "value"), output, lossOffsets);
    }

    private Output output(JsonObject in) throws OperationFailedException {
        String kind = in.text("kind");
        return switch (kind) {
            case "events" -> events(in);
            case "table" -> new Output.Table(interval(in), in.flag("clear", false));
            case "histogram" -> new Output.Histogram(scale(in), in.text("unit", ""), interval(in), in.flag("clear", false));
            case "stacks" -> new Output.Stacks();
            case "counter" -> new Output.Counter(interval(in));
            default -> throw in.invalid("kind", "expected events, table, histogram, stacks or counter, found " + JsonObject.shown(kind), "");
        };
    }

    private static int interval(JsonObject in) throws OperationFailedException {
        return in.number("intervalMillis", 1, DAY, 1000);
    }

    private static Output.Scale scale(JsonObject in) throws OperationFailedException {
        String word = in.text("scale", "log2");
        for (Output.Scale scale : Output.Scale.values()) if (scale.name().toLowerCase(Locale.ROOT).equals(word)) return scale;
        throw in.invalid("scale", "expected log2 or linear, found " + JsonObject.shown(word), "");
    }

    private Output events(JsonObject in) throws OperationFailedException {
        if (in.has("type")) return new Output.Events(List.of(variant(in)));
        List<Output.Variant> variants = new ArrayList<>();
        for (JsonObject v : in.objects("types")) {
            variants.add(variant(v));
            leftovers.of(v);
        }
        return new Output.Events(variants);
    }

    private Output.Variant variant(JsonObject in) throws OperationFailedException {
        Type type = types.type(in, "type");
        if (type == null) throw in.invalid("type", "expected a type, but it is missing", "");
        String name = in.text("name", TypeReader.schemaName(in.raw("type")));
        return new Output.Variant(new Schema(name, type), in.text("tag", ""), in.bits("value", 0));
    }

    private ParamSpec param(JsonObject in) throws OperationFailedException {
        String name = in.text("name");
        Type type = types.type(in, "type");
        if (type == null) throw in.invalid("type", "expected a type, but it is missing", "");
        Object value = in.raw("default");
        if (value instanceof Map || value instanceof List) throw in.invalid("default", "expected a text, a number, true or false, found " + JsonObject.shown(value), "");
        String shortOption = in.text("short", "");
        if (shortOption.codePointCount(0, shortOption.length()) > 1) throw in.invalid("short", "expected one character, found " + JsonObject.shown(shortOption), "");
        return new ParamSpec(name, type, in.text("section", ".rodata"), in.number("offset", 0, Integer.MAX_VALUE), value == null ? "" : ParamDefault.read(value),
                in.text("description", ""), in.text("long", ParamDefault.longOption(name)), shortOption);
    }

    private Package.Requirements requires() throws OperationFailedException {
        if (!root.has("requires")) return Package.Requirements.NONE;
        JsonObject in = root.object("requires");
        return new Package.Requirements(in.text("kernel", ""), in.texts("features"));
    }

    private Package.Signature signature(JsonObject in) throws OperationFailedException {
        return new Package.Signature(in.text("algorithm"), in.text("keyId"), in.text("value"));
    }
}
