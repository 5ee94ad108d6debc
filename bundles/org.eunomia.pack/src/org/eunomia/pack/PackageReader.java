package org.eunomia.pack;

import java.io.IOException;
import java.io.InputStream;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.internal.GenerationReader;

/**
 * Reads packages of every generation, told apart by their content: format 1, that of Eunomia 0.1.0 (also as the body of its start request), and both of
 * eunomia-bpf. A bare BPF object is a package that says only what the object does. {@code source} names the document in failures: {@code PackageInvalid} with
 * the place, {@code ObjectInvalid} when the object in it is damaged, {@code LimitExceeded} when it is too large to be read.
 */
public final class PackageReader {
    private PackageReader() { }

    public static Package read(String source, byte[] document) throws OperationFailedException {
        return read(source, document, PackageLimits.DEFAULT);
    }

    public static Package read(String source, byte[] document, PackageLimits limits) throws OperationFailedException {
        return GenerationReader.read(source, document, limits);
    }

    /** Reads to the end of the stream, or until the document is too large, and does not close it. */
    public static Package read(String source, InputStream document) throws OperationFailedException {
        return read(source, document, PackageLimits.DEFAULT);
    }

    public static Package read(String source, InputStream document, PackageLimits limits) throws OperationFailedException {
        byte[] bytes;
        try {
            bytes = document.readNBytes(limits.documentBytes() + 1);
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable("package " + source, String.valueOf(e.getMessage()), ""), e);
        }
        if (bytes.length > limits.documentBytes()) throw GenerationReader.tooLarge(source, limits);
        return read(source, bytes, limits);
    }
}
