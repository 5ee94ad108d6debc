package org.eunomia.pack;

/**
 * What reading a document may cost. Whatever is larger is refused before it takes up memory.
 *
 * @param documentBytes of the document
 * @param objectBytes   of the object in it, uncompressed
 * @param elements      of the document: objects, arrays and plain values
 * @param depth         of objects and arrays in each other
 */
public record PackageLimits(int documentBytes, int objectBytes, int elements, int depth) {
    public static final PackageLimits DEFAULT = new PackageLimits(64 << 20, 16 << 20, 500_000, 200);

    /** Characters of a single text: the object is the longest, as base64 in lines. */
    public int textChars() {
        return (int) Math.min(documentBytes, objectBytes / 2L * 3 + 1024);
    }
}
