package org.eunomia.tests.framework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** What the manifest of a bundle of this checkout says, as it was built. */
record BuiltBundle(String name, Path folder, Optional<String> host, Set<String> imports, Set<String> requires, Set<String> exports, String environment) {

    /** One for each folder under {@code bundles}; a folder without a built bundle is an error. */
    static List<BuiltBundle> all(Path bundles) throws IOException {
        try (Stream<Path> folders = Files.list(bundles)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml"))).sorted().map(BuiltBundle::read).toList();
        }
    }

    private static BuiltBundle read(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolve("target"))) {
            List<Path> jars = files.filter(file -> file.getFileName().toString().endsWith(".jar")).toList();
            if (jars.size() != 1) {
                throw new AssertionError(folder + " has not one built bundle but " + jars);
            }
            try (JarFile jar = new JarFile(jars.getFirst().toFile())) {
                return of(folder, jar.getManifest().getMainAttributes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BuiltBundle of(Path folder, Attributes headers) {
        Set<String> exports = values(headers, Constants.EXPORT_PACKAGE);
        Set<String> imports = values(headers, Constants.IMPORT_PACKAGE);
        imports.addAll(values(headers, Constants.DYNAMICIMPORT_PACKAGE));
        imports.removeAll(exports);
        return new BuiltBundle(values(headers, Constants.BUNDLE_SYMBOLICNAME).iterator().next(), folder,
                values(headers, Constants.FRAGMENT_HOST).stream().findFirst(), imports, values(headers, Constants.REQUIRE_BUNDLE), exports,
                environment(headers));
    }

    /** Written by hand as a header, which Tycho turns into a capability. */
    private static String environment(Attributes headers) {
        String capabilities = String.valueOf(headers.getValue(Constants.REQUIRE_CAPABILITY));
        return capabilities.contains("(&(osgi.ee=JavaSE)(version=21))") ? "JavaSE-21" : String.valueOf(headers.getValue("Bundle-RequiredExecutionEnvironment"));
    }

    private static Set<String> values(Attributes headers, String header) {
        try {
            ManifestElement[] elements = ManifestElement.parseHeader(header, headers.getValue(header));
            return elements == null ? new TreeSet<>()
                    : Stream.of(elements).flatMap(element -> Arrays.stream(element.getValueComponents())).collect(Collectors.toCollection(TreeSet::new));
        } catch (BundleException e) {
            throw new AssertionError(header + " of " + headers.getValue(Constants.BUNDLE_SYMBOLICNAME), e);
        }
    }
}
