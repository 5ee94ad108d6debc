package org.eunomia.pack.internal;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document is by its first bytes.
 *
 * @param problem why it is no package, empty for those that may be one
 */
record DocumentKind(Kind kind, String problem, String hint) {
    enum Kind { JSON, ELF, OTHER }

    private static final int LOOKED_AT = 4096;
    private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{1,200})", Pattern.CASE_INSENSITIVE);
    private static final Pattern YAML = Pattern.compile("(?s)(%YAML|---\\s|#[^!\\n]*\\n\\s*[A-Za-z_][\\w-]*:\\s|[A-Za-z_][\\w-]*:(\\s|$)).*");

    static DocumentKind of(byte[] document) {
        if (starts(document, 0x7f, 'E', 'L', 'F')) return new DocumentKind(Kind.ELF, "", "");
        if (starts(document, 0x1f, 0x8b)) return other("this is a gzip file", "unpack it first");
        if (starts(document, 'P', 'K', 3, 4)) return other("this is a zip file", "unpack it first");
        if (starts(document, 0, 'a', 's', 'm')) return other("this is a WebAssembly module", "the package.json that it was made from is needed");
        if (document.length > 262 && new String(document, 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
            return other("this is a tar archive", "unpack it: the package.json in it can be run");
        }
        String text = new String(document, 0, Math.min(document.length, LOOKED_AT), StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "").stripLeading();
        if (text.isEmpty()) return document.length > LOOKED_AT ? new DocumentKind(Kind.JSON, "", "") : other("the document is empty", "");
        return switch (text.charAt(0)) {
            case '{' -> new DocumentKind(Kind.JSON, "", "");
            case '[' -> other("expected an object, found an array", "");
            case '<' -> markup(text);
            default -> plain(document, text);
        };
    }

    private static DocumentKind other(String problem, String hint) {
        return new DocumentKind(Kind.OTHER, problem, hint);
    }

    private static boolean starts(byte[] document, int... bytes) {
        if (document.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if (document[i] != (byte) bytes[i]) return false;
        return true;
    }

    private static DocumentKind markup(String text) {
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        boolean html = lower.startsWith("<!doctype html") || lower.contains("<html") || lower.contains("<head") || lower.contains("<body");
        if (!html) return other("this is XML, not JSON", "");
        Matcher title = TITLE.matcher(text);
        String named = title.find() ? " (\"" + title.group(1).strip().replaceAll("\\s+", " ") + "\")" : "";
        return other("this is an HTML page" + named + ", not a package", "look at the address in a browser: it may have moved, or want a login");
    }

    private static DocumentKind plain(byte[] document, String text) {
        if (text.startsWith("#include") || text.startsWith("//") || text.startsWith("/*")) return other("this is C source, not a package", "build it first: eunomia build FILE.bpf.c");
        if (YAML.matcher(text).matches()) return other("this is YAML, and packages are JSON", "ecc writes package.json when it is run without -y");
        for (byte b : document) if (b == 0) return other("this is neither JSON nor an ELF object", "");
        return new DocumentKind(Kind.JSON, "", "");
    }
}
