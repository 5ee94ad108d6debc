package org.eunomia.ide.core.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of facts beside this class: a row a line, columns between bars, comments after {@code #}. */
final class Tables {
    private Tables() { }

    static List<List<String>> read(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(l -> !l.isEmpty() && !l.startsWith("#")).map(l -> List.of(l.split("\\|", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
