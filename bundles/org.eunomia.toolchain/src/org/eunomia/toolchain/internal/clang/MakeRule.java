package org.eunomia.toolchain.internal.clang;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rule for make that {@code clang -M} prints: {@code x.o: x.c a.h \}, with backslashes before spaces in names and doubled dollars. */
public final class MakeRule {
    private MakeRule() { }

    public static List<Path> files(String rule) {
        List<Path> files = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean target = true;
        for (int i = 0; i < rule.length(); i++) {
            char c = rule.charAt(i);
            char next = i + 1 < rule.length() ? rule.charAt(i + 1) : '\n';
            if (c == '\\' && (next == ' ' || next == '#')) {
                name.append(next);
                i++;
            } else if (c == '$' && next == '$') {
                name.append('$');
                i++;
            } else if (c == '\\' && next == '\n' || Character.isWhitespace(c)) {
                if (!name.isEmpty() && target) target = name.charAt(name.length() - 1) != ':';
                else if (!name.isEmpty()) files.add(Path.of(name.toString()));
                name.setLength(0);
            } else {
                name.append(c);
            }
        }
        return files;
    }
}
