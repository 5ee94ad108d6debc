package org.eunomia.toolchain.internal;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.SourceCompiler.Source;

/**
 * Refuses sources that would have the compiler open other files of the host than its headers: their content would come back in messages, and what has no end
 * would take all memory. What inline assembly includes is not looked for; whoever may load BPF programs can read the kernel's memory in any case.
 */
final class SentText {
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]{0,99}");
    private static final Pattern MACRO = Pattern.compile("[A-Za-z_]\\w{0,99}");
    private static final Pattern LINE_END = Pattern.compile("\\\\[ \\t]*\\r?\\n");
    /** Also by the other spellings of the number sign. */
    private static final Pattern INCLUDE = Pattern.compile("^\\s*(?:#|%:|\\?\\?=)\\s*(include|include_next|import|embed|__include_macros)\\b\\s*(.*)$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("\"([^\"]*)\".*|<([^>]*)>.*");

    private SentText() { }

    static void check(Source source) throws OperationFailedException {
        if (!FILE.matcher(source.file()).matches() || !source.file().endsWith(".c")) throw invalid("/file", "'" + source.file() + "' is no name of a C file without a folder");
        for (Map.Entry<String, String> header : source.headers().entrySet()) {
            if (!FILE.matcher(header.getKey()).matches() || header.getKey().equals(source.file())) throw invalid("/headers", "'" + header.getKey() + "' is no name of a header without a folder");
            includes(header.getKey(), header.getValue());
        }
        for (Map.Entry<String, String> define : source.defines().entrySet()) {
            if (!MACRO.matcher(define.getKey()).matches() || define.getValue().indexOf('\n') >= 0) throw invalid("/defines", "'" + define.getKey() + "' is no macro of one line");
        }
        includes(source.file(), source.text());
    }

    private static void includes(String file, String text) throws OperationFailedException {
        if (text.contains("__has_include")) throw invalid("/source", file + " asks with __has_include for files of the host");
        String plain = withoutComments(LINE_END.matcher(text).replaceAll(""));
        for (Matcher include = INCLUDE.matcher(plain); include.find();) {
            Matcher name = NAME.matcher(include.group(2).strip());
            if (!include.group(1).startsWith("include") || !name.matches()) throw invalid("/source", file + " includes what is not named in quotes or angle brackets: " + include.group().strip());
            String path = name.group(1) == null ? name.group(2) : name.group(1);
            if (path.startsWith("/") || List.of(path.split("/")).contains("..")) throw invalid("/source", file + " includes " + path + ", which is not in the search path");
        }
    }

    /** Comments become spaces, as for the compiler, but not within text in quotes. */
    private static String withoutComments(String text) {
        StringBuilder out = new StringBuilder(text.length());
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
            if (quote == 0 && c == '/' && next == '*') {
                int end = text.indexOf("*/", i + 2);
                out.append(' ');
                i = end < 0 ? text.length() : end + 1;
                continue;
            }
            if (quote == 0 && c == '/' && next == '/') {
                int end = text.indexOf('\n', i);
                i = (end < 0 ? text.length() : end) - 1;
                continue;
            }
            if (quote == 0 ? c == '"' || c == '\'' : c == quote || c == '\n') quote = quote == 0 ? c : 0;
            out.append(c);
            if (quote != 0 && c == '\\' && next != '\n') {
                out.append(next);
                i++;
            }
        }
        return out.toString();
    }

    private static OperationFailedException invalid(String place, String problem) {
        return new OperationFailedException(new Failure.RequestInvalid(place, problem, "send what it needs among the headers"));
    }
}
