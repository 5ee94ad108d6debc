package org.eunomia.tests.kernel.examples;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.eunomia.tests.kernel.kit.Checkout;
import org.eunomia.toolchain.BuildResult;

/** The scaffold's templates, filled in with their own hooks. */
final class Templates {
    private Templates() { }

    private static Path folder() {
        return Checkout.file("bpf-scaffold/templates");
    }

    static List<String> names() throws Exception {
        try (Stream<Path> folders = Files.list(folder())) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    static Properties description(String template) throws Exception {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(folder().resolve(template).resolve("template.properties"))) {
            properties.load(in);
        }
        return properties;
    }

    static String source(String template) throws Exception {
        return Files.readString(folder().resolve(template).resolve("template.bpf.c"));
    }

    /** @param folder for the source; it has to stay while warnings and the like are looked at */
    static BuildResult build(String template, Path folder) throws Exception {
        String text = source(template).replace("@NAME@", template).replace("@LICENSE@", "GPL")
                .replace("@HOOK@", description(template).getProperty("hook", ""));
        assertFalse(text.contains("@"), "placeholders that nobody replaces");
        return Scaffold.build(Files.writeString(folder.resolve(template + ".bpf.c"), text));
    }
}
