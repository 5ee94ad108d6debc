package org.eunomia.pack.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.elf.ObjectContents;
import org.eunomia.pack.PackageLimits;
import org.eunomia.pack.internal.json.JsonObject;
import org.eunomia.pack.internal.json.Leftovers;

/** Reads packages of eunomia-bpf up to 0.2.2. Sizes and offsets of their types are in bits. */
final class EunomiaBpf1Reader {
    private final JsonObject root;
    private final Leftovers leftovers = new Leftovers();
    private ObjectTypes types;

    private EunomiaBpf1Reader(JsonObject root) {
        this.root = root;
    }

    static Package read(JsonObject root, PackageLimits limits) throws OperationFailedException {
        return new EunomiaBpf1Reader(root).read(limits);
    }

    private Package read(PackageLimits limits) throws OperationFailedException {
        byte[] object = LegacyObject.plain(root, limits);
        ObjectContents contents = ObjectContents.read(object);
        types = new ObjectTypes(object);
        List<JsonObject> maps = root.objects("maps");
        LegacyObject.requireMaps(root, "maps", names(maps), contents);
        List<JsonObject> programs = root.objects("progs");
        LegacyObject.requirePrograms(root, "progs", names(programs), contents);
        List<MapSpec> specs = new ArrayList<>();
        for (MapSpec m : contents.maps()) {
            JsonObject in = find(maps, m.name());
            if (in != null) in.raw("type");
            specs.add(in == null ? m : LegacyObject.withOutput(m, output(in, m)));
            if (in != null) leftovers.of(in, "/maps/" + (specs.size() - 1));
        }
        for (int i = 0; i < contents.programs().size(); i++) {
            JsonObject in = find(programs, contents.programs().get(i).name());
            if (in == null) continue;
            in.raw("type");
            leftovers.of(in, "/programs/" + i);
        }
        String license = root.text("license", "");
        String name = root.text("name");
        String version = root.text("version", "");
        String description = root.text("description", "");
        leftovers.of(root);
        return new Package(Package.Format.EUNOMIA_BPF_1, name, version, description, contents.license().isEmpty() ? license : contents.license(), object,
                contents.programs(), specs, contents.params(), Package.Requirements.NONE, List.of(), leftovers.found());
    }

    private static List<String> names(List<JsonObject> items) throws OperationFailedException {
        List<String> names = new ArrayList<>();
        for (JsonObject item : items) names.add(item.text("name"));
        return names;
    }

    private static JsonObject find(List<JsonObject> items, String name) throws OperationFailedException {
        for (JsonObject item : items) if (item.text("name").equals(name)) return item;
        return null;
    }

    private Output output(JsonObject in, MapSpec m) throws OperationFailedException {
        String member = in.has("export_data_types") ? "export_data_types" : "ring_buffer_export";
        if (!in.has(member)) return m.output();
        JsonObject type = in.object(member);
        String name = type.text("Struct Name");
        int size = bytes(type, "Size");
        type.raw("DataSize");
        type.raw("Alignment");
        List<Field> fields = new ArrayList<>();
        for (JsonObject f : type.objects("Fields")) fields.add(field(f, size));
        return new Output.Events(List.of(new Output.Variant(new Schema(name, new Type.Struct("struct " + name, false, size, fields)), "", 0)));
    }

    private Field field(JsonObject in, int structSize) throws OperationFailedException {
        String text = in.text("Type");
        Optional<Type> type = new LegacyTypes(types).c(text);
        String llvm = in.text("LLVMType", "");
        if (type.isEmpty()) type = LegacyTypes.llvm(llvm);
        if (type.isEmpty()) throw in.invalid("Type", "there is no type \"" + text + "\", neither of C nor in the object", "");
        int offset = bytes(in, "FieldOffset");
        if ((long) offset + type.get().size() > structSize) {
            throw in.invalid("FieldOffset", "the field ends at byte " + ((long) offset + type.get().size()) + ", outside its struct of " + structSize + " bytes", "");
        }
        return Field.of(in.text("Name"), type.get(), offset);
    }

    private static int bytes(JsonObject in, String member) throws OperationFailedException {
        int bits = in.number(member, 0, Integer.MAX_VALUE);
        if (bits % 8 != 0) throw in.invalid(member, "expected a multiple of 8 bits, found " + bits, "");
        return bits / 8;
    }
}
