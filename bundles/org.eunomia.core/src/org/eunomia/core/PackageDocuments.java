package org.eunomia.core;

import org.eunomia.core.spec.Package;

/** Turns packages into JSON documents and back. A service, and found through {@link java.util.ServiceLoader}. */
public interface PackageDocuments {
    /**
     * Reads every generation of document.
     *
     * @param source what to call the document in errors
     */
    Package read(String source, byte[] document) throws OperationFailedException;

    /** In the present format; the same package gives the same bytes. */
    byte[] write(Package pack);

    /** Names the content of a package whatever its document looks like, in hexadecimal digits. */
    String digest(Package pack);
}
