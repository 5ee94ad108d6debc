package org.eunomia.toolchain.scaffold;

/** A file that is to be made. @param name without folders */
public record NewFile(String name, String text) { }
