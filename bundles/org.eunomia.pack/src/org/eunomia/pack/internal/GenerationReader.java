package org.eunomia.pack.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.elf.ObjectContents;
import org.eunomia.pack.PackageLimits;
import org.eunomia.pack.internal.json.JsonObject;
import org.eunomia.pack.internal.json.JsonReader;

/** Tells by its content which generation a document is of, and has it read. */
public final class GenerationReader {
    /** Members that only the first generation of eunomia-bpf has. */
    private static final Set<String> BPF_1 = Set.of("version", "author", "license", "url", "description", "load_ebpf_script");

    private GenerationReader() { }

    public static Package read(String source, byte[] document, PackageLimits limits) throws OperationFailedException {
        if (document.length > limits.documentBytes()) throw tooLarge(source, limits);
        DocumentKind kind = DocumentKind.of(document);
        return switch (kind.kind()) {
            case OTHER -> throw new OperationFailedException(new Failure.PackageInvalid(source, "", kind.problem(), kind.hint()));
            case ELF -> object(source, document, limits);
            case JSON -> generation(JsonObject.of(source, "", JsonReader.read(source, document, limits)), limits, false);
        };
    }

    public static OperationFailedException tooLarge(String source, PackageLimits limits) {
        return new OperationFailedException(new Failure.LimitExceeded("package " + source, (limits.documentBytes() >> 10) + " KiB", "no package needs that much: is this one?"));
    }

    private static Package object(String source, byte[] object, PackageLimits limits) throws OperationFailedException {
        if (object.length > limits.objectBytes()) {
            throw new OperationFailedException(new Failure.LimitExceeded("object " + source, (limits.objectBytes() >> 10) + " KiB", "no BPF object needs that much: is this one?"));
        }
        ObjectContents contents = ObjectContents.read(object);
        String file = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        String name = file.replaceFirst("(\\.bpf)?\\.o$", "");
        return new Package(Package.Format.EUNOMIA_1, name.isEmpty() || name.equals("-") ? "object" : name, "", "", contents.license(), object, contents.programs(),
                contents.maps(), contents.params(), Package.Requirements.NONE, List.of(), Map.of());
    }

    /** @param inside a document of 0.1.0 that was inside another, which cannot be again */
    private static Package generation(JsonObject root, PackageLimits limits, boolean inside) throws OperationFailedException {
        if (root.has("format")) return Format1Reader.read(root, limits);
        if (root.has("bpf_object")) return EunomiaBpf2Reader.read(root, limits);
        if (root.has("data")) return isBpf1(root) ? EunomiaBpf1Reader.read(root, limits) : Eunomia0Reader.read(root, limits);
        if (root.has("args") && !inside) return startBody(root, limits);
        if (root.has("bpf_skel")) throw root.invalid("", "this is a description without its object", "the package.json that ecc writes has both");
        throw root.invalid("", "this is no package: it has none of the members format, bpf_object and data", "");
    }

    private static boolean isBpf1(JsonObject root) {
        return root.names().stream().anyMatch(BPF_1::contains)
                || List.of("maps", "progs").stream().anyMatch(list -> root.raw(list) instanceof List<?> items && items.stream().anyMatch(Map.class::isInstance));
    }

    /** What clients of 0.1.0 post to start a tracker: the package is text in its arguments. */
    private static Package startBody(JsonObject root, PackageLimits limits) throws OperationFailedException {
        String name = root.text("name", "");
        if (!name.equals("hotupdate")) throw root.invalid("name", "this starts the built-in tracker \"" + name + "\" of Eunomia 0.1.0 and holds no package", "");
        List<String> args = root.texts("args");
        if (args.isEmpty()) throw root.invalid("args", "expected a package as the first argument, but there is none", "");
        String source = root.source() + ", argument 1";
        byte[] document = args.get(0).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return generation(JsonObject.of(source, "", JsonReader.read(source, document, limits)), limits, true);
    }
}
