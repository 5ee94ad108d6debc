package org.eunomia.pack;

import org.eunomia.core.spec.Package;
import org.eunomia.pack.internal.Format1Writer;
import org.eunomia.pack.internal.ObjectData;
import org.eunomia.pack.internal.json.JsonWriter;

/** Writes packages. */
public final class PackageWriter {
    private PackageWriter() { }

    /**
     * A document of format 1 in UTF-8, whatever generation the package was read from, without white space. The same package gives the same bytes, as long as
     * the JDK's zlib stays the same.
     *
     * @throws IllegalArgumentException when extra members or options hold something that JSON has no form for
     */
    public static byte[] write(Package p) {
        return JsonWriter.write(Format1Writer.tree(p, ObjectData.write(p.object())));
    }
}
