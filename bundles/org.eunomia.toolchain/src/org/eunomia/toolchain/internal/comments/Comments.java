package org.eunomia.toolchain.internal.comments;

import java.util.regex.Pattern;
import org.eunomia.toolchain.internal.tree.Node;
import org.eunomia.toolchain.internal.tree.Place;
import org.eunomia.toolchain.internal.tree.SourceFiles;

/**
 * Finds the comments that stand at declarations, in the source text: clang keeps only those it takes for documentation, and not as they were written.
 */
public final class Comments {
    private static final Pattern LEGAL = Pattern.compile("(?i)SPDX-License|copyright|\\ball rights reserved\\b|vim?:|\\blicen[cs]ed? under\\b");

    private static final String ATTRIBUTES = "(?:SEC\\s*\\([^)]*\\)|__attribute__\\s*\\(\\(.*\\)\\))";
    private static final Pattern ATTRIBUTE = Pattern.compile(ATTRIBUTES);
    /** What may stand before a declaration on its line. */
    private static final Pattern INTRODUCTION = Pattern.compile("\\s*(?:typedef|" + ATTRIBUTES + ")?\\s*");

    private final SourceFiles files;

    public Comments(SourceFiles files) {
        this.files = files;
    }

    /** The comment at a declaration: that on the same line behind it, else that right above it. */
    public Comment atField(Node declaration) {
        Comment behind = behind(declaration.end());
        return behind == Comment.NONE ? above(declaration.begin()) : behind;
    }

    /** That right above a definition with a body, or above the attributes in front of it. */
    public Comment atDefinition(Node definition) {
        return above(definition.begin());
    }

    /** That right above it, else that behind it. */
    public Comment atVariable(Node declaration) {
        Comment above = above(declaration.begin());
        return above == Comment.NONE ? behind(declaration.end()) : above;
    }

    /** The comment that the file begins with, without notices on copyright and licence. */
    public Comment atStart(String file) {
        String text = files.text(file);
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
            String prose = String.join("\n", SourceFiles.decoded(text.substring(at, end)).lines().filter(l -> !LEGAL.matcher(l).find()).toList());
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
        String text = files.text(begin.file());
        if (begin == Place.NONE || begin.offset() > text.length()) return Comment.NONE;
        int lineStart = text.lastIndexOf('\n', begin.offset() - 1) + 1;
        if (!INTRODUCTION.matcher(text.substring(lineStart, begin.offset())).matches()) return Comment.NONE;
        lineStart = aboveAttributes(text, lineStart);
        int end = lineStart - 1;
        int start = end;
        while (start > 0) {
            int first = startOfComment(text, start);
            if (first < 0) break;
            start = first;
        }
        return start < 0 || start >= end ? Comment.NONE : comment(text.substring(start, end));
    }

    /** Programs have their section on a line of its own. */
    private static int aboveAttributes(String text, int lineStart) {
        while (lineStart > 0) {
            int previous = text.lastIndexOf('\n', lineStart - 2) + 1;
            if (!ATTRIBUTE.matcher(text.substring(previous, lineStart - 1).strip()).matches()) break;
            lineStart = previous;
        }
        return lineStart;
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
        String text = files.text(end.file());
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
        Comment comment = Comment.parse(SourceFiles.decoded(latin1));
        return comment.text().isEmpty() && comment.annotations().isEmpty() ? Comment.NONE : comment;
    }
}
