package org.eunomia.pack.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.elf.ObjectContents;
import org.eunomia.pack.PackageLimits;
import org.eunomia.pack.internal.json.JsonObject;
import org.eunomia.pack.internal.json.Leftovers;

/** Reads packages of eunomia-bpf from 0.3 on, as its compiler ecc writes them. */
final class EunomiaBpf2Reader {
    private final Leftovers leftovers = new Leftovers();
    private final JsonObject root;
    private final JsonObject meta;
    private final JsonObject skeleton;

    private EunomiaBpf2Reader(JsonObject root) throws OperationFailedException {
        this.root = root;
        this.meta = root.object("meta");
        this.skeleton = meta.object("bpf_skel");
    }

    static Package read(JsonObject root, PackageLimits limits) throws OperationFailedException {
        return new EunomiaBpf2Reader(root).read(limits);
    }

    private Package read(PackageLimits limits) throws OperationFailedException {
        byte[] object = object(limits);
        ObjectContents contents = ObjectContents.read(object);
        List<JsonObject> maps = skeleton.objects("maps");
        List<String> names = new ArrayList<>();
        for (JsonObject m : maps) names.add(m.flag("mmaped", false) ? "." : m.text("name"));
        LegacyObject.requireMaps(skeleton, "maps", names, contents);
        List<MapSpec> mapSpecs = new EunomiaBpf2Outputs(meta, maps, contents.maps(), new ObjectTypes(object)).apply(leftovers);
        List<ProgramSpec> programs = programs(contents);
        EunomiaBpf2Params params = new EunomiaBpf2Params(skeleton, contents, object, leftovers);
        String name = skeleton.text("obj_name", "").replaceFirst("_bpf$", "");
        JsonObject doc = skeleton.objectOrEmpty("doc");
        String version = doc.text("version", "");
        String description = doc.has("description") ? doc.text("description") : doc.text("brief", "");
        List<ParamSpec> paramSpecs = params.read();
        root.unknown().forEach(leftovers::put);
        // Nothing of it has a place in format 1, so that it is kept as one.
        if (!meta.rest().isEmpty()) leftovers.put("meta", meta.rest());
        return new Package(Package.Format.EUNOMIA_BPF_2, name.isEmpty() ? "package" : name, version, description, contents.license(), params.object(), programs, mapSpecs,
                paramSpecs, Package.Requirements.NONE, List.of(), leftovers.found());
    }

    private byte[] object(PackageLimits limits) throws OperationFailedException {
        byte[] compressed = ObjectData.base64(root, "bpf_object", limits.objectBytes());
        int size = root.has("bpf_object_size") ? root.number("bpf_object_size", 1, Integer.MAX_VALUE) : -1;
        byte[] object = ObjectData.inflate(root, "bpf_object", compressed, size, limits.objectBytes());
        if (size >= 0) ObjectData.requireSize(root, "bpf_object_size", size, object);
        ObjectData.requireElf(root, "bpf_object", object);
        return object;
    }

    private List<ProgramSpec> programs(ObjectContents contents) throws OperationFailedException {
        if (!skeleton.has("progs")) return contents.programs();
        Map<String, JsonObject> described = new LinkedHashMap<>();
        for (JsonObject p : skeleton.objects("progs")) described.put(p.text("name"), p);
        LegacyObject.requirePrograms(skeleton, "progs", List.copyOf(described.keySet()), contents);
        List<ProgramSpec> programs = new ArrayList<>();
        for (ProgramSpec p : contents.programs()) {
            JsonObject in = described.get(p.name());
            programs.add(in == null ? new ProgramSpec(p.name(), p.section(), false, Map.of()) : program(in, p));
        }
        return programs;
    }

    private static ProgramSpec program(JsonObject in, ProgramSpec p) throws OperationFailedException {
        in.text("attach", "");
        boolean attach = p.attach() && in.flag("link", true);
        Map<String, Object> options = new LinkedHashMap<>();
        // What belongs to one hook stands in objects of its own there.
        for (String group : List.of("tchook", "tcopts", "xdpopts")) options.putAll(in.objectOrEmpty(group).rest());
        in.rest().forEach((name, value) -> {
            if (!List.of("tchook", "tcopts", "xdpopts").contains(name)) options.put(name, value);
        });
        if (p.section().matches("(xdp|tc|classifier)([./].*)?")) options.putIfAbsent("ifindex", 1L);
        if (options.remove("attach_point") instanceof String point) options.put("direction", direction(in, point));
        return new ProgramSpec(p.name(), p.section(), attach, options);
    }

    private static String direction(JsonObject in, String point) throws OperationFailedException {
        return switch (point) {
            case "BPF_TC_INGRESS" -> "ingress";
            case "BPF_TC_EGRESS" -> "egress";
            default -> throw in.invalid("tchook/attach_point", "expected BPF_TC_INGRESS or BPF_TC_EGRESS, found " + JsonObject.shown(point), "");
        };
    }
}
