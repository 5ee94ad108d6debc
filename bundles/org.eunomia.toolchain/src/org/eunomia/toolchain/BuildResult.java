package org.eunomia.toolchain;

import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.spec.Package;

/**
 * @param diagnostics  warnings and notes of the compiler
 * @param output       the same as the compiler prints them, empty when it had nothing to say
 * @param notices      what could not be settled and how to settle it, one line each, for every user
 * @param evidence     where each layout was found, one line each, for those who ask
 * @param dependencies the files that the source was made of, itself first, without those of the system and the cache
 */
public record BuildResult(Package pack, List<Diagnostic> diagnostics, String output, List<String> notices, List<String> evidence, List<Path> dependencies) {
    public BuildResult {
        diagnostics = List.copyOf(diagnostics);
        notices = List.copyOf(notices);
        evidence = List.copyOf(evidence);
        dependencies = List.copyOf(dependencies);
    }
}
