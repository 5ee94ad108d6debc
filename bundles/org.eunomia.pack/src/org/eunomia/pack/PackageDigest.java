package org.eunomia.pack;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.internal.Format1Writer;
import org.eunomia.pack.internal.ObjectData;
import org.eunomia.pack.internal.json.JsonWriter;

/**
 * Names a package by what it says. The canonical form is its document without signatures, in which the object is only its size and its SHA-256: so it does
 * not depend on the compressor, and the digest stays when the document is written again or signed.
 */
public final class PackageDigest {
    private record Known(WeakReference<Package> pack, String digest) { }

    /** Whoever starts a package asks for it more than once: for the audit log, and for what is told of the tracker. */
    private static volatile Known last = new Known(new WeakReference<>(null), "");

    private PackageDigest() { }

    /** SHA-256 of the canonical form, in hexadecimal. */
    public static String of(Package p) {
        Known known = last;
        if (known.pack.refersTo(p)) return known.digest;
        String digest = ObjectData.sha256(canonicalForm(p));
        last = new Known(new WeakReference<>(p), digest);
        return digest;
    }

    /** The bytes that a signature is made over. */
    public static byte[] canonicalForm(Package p) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("size", p.object().length);
        object.put("sha256", ObjectData.sha256(p.object()));
        Package unsigned = new Package(p.format(), p.name(), p.version(), p.description(), p.license(), p.object(), p.programs(), p.maps(), p.params(),
                p.requires(), List.of(), p.extra());
        return JsonWriter.write(Format1Writer.tree(unsigned, object));
    }
}
