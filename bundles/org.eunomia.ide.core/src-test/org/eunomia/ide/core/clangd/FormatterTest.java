package org.eunomia.ide.core.clangd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.preferences.FormatPreferences;
import org.junit.jupiter.api.Test;

/** With the machine's clang-format. */
class FormatterTest {
    private static final Path FILE = Path.of("/tmp/x.bpf.c");
    private static final String STYLE = new FormatPreferences(FormatPreferences.KERNEL, false).option(FILE);

    private static String apply(String text, List<Formatter.Replacement> replacements) {
        StringBuilder result = new StringBuilder(text);
        for (Formatter.Replacement r : replacements.reversed()) result.replace(r.offset(), r.offset() + r.length(), r.text());
        return result.toString();
    }

    @Test
    void laysOutLikeTheKernel() throws Exception {
        String text = "/* ü → */ int f(int a){\n  if(a)   return 1;\n return  0; }\n";
        assertEquals("/* ü → */ int f(int a)\n{\n\tif (a)\n\t\treturn 1;\n\treturn 0;\n}\n", apply(text, new Formatter("clang-format").format(FILE, text, STYLE, 0, text.length())));
    }

    @Test
    void leavesTheRestAlone() throws Exception {
        String text = "int  a;\nint  b;\nint  c;\n";
        assertEquals("int  a;\nint b;\nint  c;\n", apply(text, new Formatter("clang-format").format(FILE, text, STYLE, 8, 3)));
    }

    @Test
    void saysHowToGetIt() {
        OperationFailedException e = assertThrows(OperationFailedException.class, () -> new Formatter("/none/clang-format").format(FILE, "int a;", STYLE, 0, 6));
        assertTrue(e.failure().summary().startsWith("clang-format: it cannot be started") && e.failure().hint().contains("apt-get"), e.failure().toString());
    }
}
