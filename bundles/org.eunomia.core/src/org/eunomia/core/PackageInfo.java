package org.eunomia.core;

/** Which package a tracker runs; {@code digest} as {@link PackageDocuments#digest} gives it, empty when unknown. */
public record PackageInfo(String name, String version, String digest) {
    public static final PackageInfo UNKNOWN = new PackageInfo("", "", "");
}
