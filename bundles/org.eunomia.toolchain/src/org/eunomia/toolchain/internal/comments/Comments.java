package org.eunomia.toolchain.internal.comments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.eunomia.toolchain.internal.tree.Node;
import org.eunomia.toolchain.internal.tree.Place;

/**
 * Finds the comments that stand at declarations, in the source text: clang keeps only those it takes for documentation, and not as they were written.
 * Offsets are in bytes, so files are read as Latin-1 and what is taken from them is decoded again.
 */
public final class Comments {
    private static final int MAX_FILE = 4 << 20;
    private static final Pattern LEGAL = Pattern.compile("(?i)SPDX-License|copyright|\\ball rights reserved\\b|vim?:|\\blicen[cs]ed? under\\b");

    private final Map<String, String> files = new HashMap<>();

    /** The comment at a declaration: that on the same line behind it, else that right above it. */
    public Comment atField(Node declaration) {
        Comment behind = behind(declaration.end());
        return behind == Comment.NONE ? above(declaration.begin()) : behind;
    }

    /** That right above a definition with a body. */
    public Comment atRecord(Node definition) {
        return above(definition.begin());
    }

    /** That right above it, else that behind it. */
    public Comment atVariable(Node declaration) {
        Comment above = above(declaration.begin());
        return above == Comment.NONE ? behind(declaration.end()) : above;
    }

    /** The comment that the file begins with, without notices on copyright and licence. */
    public Comment atStart(String file) {
        String text = text(file);
        int at = 0;
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
            int end = endOfComment(text, at);
            if (end < 0) return Comment.NONE;
            // Lines of the same style belong together.
            while (text.startsWith("//", at)) {
                int next = end;
                while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t' || text.charAt(next) == '\r')) next++;
                if (!text.startsWith("\n//", next)) break;
                end = endOfComment(text, next + 1);
            }
            String prose = String.join("\n", decoded(text.substring(at, end)).lines().filter(l -> !LEGAL.matcher(l).find()).toList());
            Comment comment = Comment.parse(prose);
            if (!comment.text().isEmpty() || !comment.annotations().isEmpty()) return comment;
            at = end;
        }
    }

    private static int endOfComment(String text, int at) {
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (!text.startsWith("/*", at)) return -1;
        int end = text.indexOf("*/", at + 2);
        return end < 0 ? -1 : end + 2;
    }

    private Comment above(Place begin) {
        String text = text(begin.file());
        if (begin == Place.NONE || begin.offset() > text.length()) return Comment.NONE;
        int lineStart = text.lastIndexOf('\n', begin.offset() - 1) + 1;
        String before = text.substring(lineStart, begin.offset()).strip();
        if (!before.isEmpty() && !before.equals("typedef")) return Comment.NONE;
        int end = lineStart - 1;
        int start = end;
        while (start > 0) {
            int first = startOfComment(text, start);
            if (first < 0) break;
            start = first;
        }
        return start < 0 || start >= end ? Comment.NONE : comment(text.substring(start, end));
    }

    /** Where the comment starts whose last line ends at {@code end}, when it stands alone on its lines; else -1. */
    private static int startOfComment(String text, int end) {
        if (end <= 0) return -1;
        int lineStart = text.lastIndexOf('\n', end - 1) + 1;
        String line = text.substring(lineStart, end).strip();
        if (line.startsWith("//")) return Math.max(lineStart - 1, 0);
        if (!line.endsWith("*/")) return -1;
        int opening = text.lastIndexOf("/*", end - 2);
        if (opening < 0) return -1;
        int openingLine = text.lastIndexOf('\n', opening) + 1;
        return text.substring(openingLine, opening).isBlank() ? Math.max(openingLine - 1, 0) : -1;
    }

    private Comment behind(Place end) {
        String text = text(end.file());
        int at = end.offset() + end.length();
        if (end == Place.NONE || at > text.length()) return Comment.NONE;
        for (; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (text.startsWith("//", at) || text.startsWith("/*", at)) {
                int last = endOfComment(text, at);
                return last < 0 ? Comment.NONE : comment(text.substring(at, last));
            }
            if (text.charAt(at) == '{' || text.charAt(at) == '}') return Comment.NONE;
        }
        return Comment.NONE;
    }

    private static Comment comment(String latin1) {
        Comment comment = Comment.parse(decoded(latin1));
        return comment.text().isEmpty() && comment.annotations().isEmpty() ? Comment.NONE : comment;
    }

    private static String decoded(String latin1) {
        return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The source of {@code node}, from its first token to its last. */
    public String source(Node node) {
        String text = text(node.begin().file());
        int end = node.end().offset() + node.end().length();
        return node.begin() == Place.NONE || end > text.length() || end < node.begin().offset() ? "" : decoded(text.substring(node.begin().offset(), end));
    }

    /** Empty when it cannot be read or is no source anybody would write. */
    private String text(String file) {
        return files.computeIfAbsent(file, f -> {
            try {
                Path path = Path.of(f);
                // Kernel types have no comments, and there are three megabytes of them.
                boolean known = f.isEmpty() || path.endsWith("vmlinux.h");
                return known || Files.size(path) > MAX_FILE ? "" : Files.readString(path, StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                return "";
            }
        });
    }
}
