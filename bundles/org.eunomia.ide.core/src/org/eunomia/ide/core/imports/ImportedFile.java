package org.eunomia.ide.core.imports;

import java.nio.file.Path;

/** A file to be copied. @param target path within the project, with {@code /} */
public record ImportedFile(Path source, String target) { }
