package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eunomia.ide.core.language.OutlineNode.Kind;

/** Tells what a declaration at file level is. */
final class DeclarationReader {
    private final String source;
    private final Declaration declaration;
    private final List<Token> tokens;

    DeclarationReader(String source, Declaration declaration) {
        this.source = source;
        this.declaration = declaration;
        this.tokens = declaration.tokens();
    }

    Optional<OutlineNode> read() {
        String section = section();
        if (section.equals("license")) return node(Kind.LICENSE, "license", text(indexOfString(), ""), nameBefore(indexOf("SEC", 0)));
        if (section.equals(".maps")) return map();
        if (isFunction()) return function(section);
        if (has("typedef")) return node(Kind.TYPEDEF, "", "", nameBefore(tokens.size() - 1));
        if (declaration.body() > 0) {
            Optional<OutlineNode> type = type();
            if (type.isPresent()) return type;
        }
        return variable();
    }

    private String word(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i).in(source) : "";
    }

    private boolean has(String word) {
        int end = declaration.body() < 0 ? tokens.size() : declaration.body();
        int at = indexOf(word, 0);
        return at >= 0 && at < end;
    }

    private int indexOf(String word, int from) {
        for (int i = from; i < tokens.size(); i++) if (word(i).equals(word)) return i;
        return -1;
    }

    private boolean isName(int i) {
        return i >= 0 && i < tokens.size() && Character.isJavaIdentifierStart(word(i).charAt(0));
    }

    /** In a declaration's head or tail, not in its body; empty for none. */
    private String section() {
        for (int i = 0; i < tokens.size(); i++) {
            if (i == declaration.body()) i = declaration.close();
            else if (word(i).equals("SEC") && tokens.get(i).kind() == TokenKind.SECTION && i + 2 < tokens.size()) return unquoted(word(i + 2));
        }
        return "";
    }

    private static String unquoted(String text) {
        return text.length() >= 2 && text.startsWith("\"") ? text.substring(1, text.endsWith("\"") ? text.length() - 1 : text.length()) : "";
    }

    private int indexOfString() {
        for (int i = 0; i < tokens.size(); i++) if (tokens.get(i).kind() == TokenKind.STRING) return i;
        return -1;
    }

    private String text(int i, String otherwise) {
        return i < 0 ? otherwise : unquoted(word(i));
    }

    /** The last name before index {@code end}, past the brackets of an array. */
    private int nameBefore(int end) {
        for (int i = end - 1; i >= 0; i--) {
            if (word(i).equals("]")) while (i > 0 && !word(i).equals("[")) i--;
            else if (isName(i) && tokens.get(i).kind() != TokenKind.KEYWORD) return i;
        }
        return 0;
    }

    private Optional<OutlineNode> node(Kind kind, String name, String detail, int nameAt) {
        return node(kind, name, detail, nameAt, List.of());
    }

    private Optional<OutlineNode> node(Kind kind, String name, String detail, int nameAt, List<OutlineNode> children) {
        Token first = declaration.first();
        Token at = tokens.get(nameAt);
        return Optional.of(new OutlineNode(kind, name.isEmpty() ? at.in(source) : name, detail, first.offset(), declaration.last().end() - first.offset(), at.offset(), children));
    }

    private Optional<OutlineNode> map() {
        MapDefinition definition = MapDefinition.read(source, tokens.subList(Math.max(0, declaration.body()), declaration.close() + 1));
        return node(Kind.MAP, "", definition.summary(), nameBefore(lastSection()));
    }

    private int lastSection() {
        int last = 0;
        for (int i = 0; i < tokens.size(); i++) if (word(i).equals("SEC")) last = i;
        return last;
    }

    private boolean isFunction() {
        int open = parameters();
        if (open < 1 || declaration.body() < open) return false;
        int equals = indexOf("=", 0);
        return equals < 0 || equals > open;
    }

    /** Where the parameter list opens: the first parenthesis that is not an attribute's. */
    private int parameters() {
        for (int i = 1; i < tokens.size(); i++) {
            if (!word(i).equals("(")) continue;
            if (!word(i - 1).matches("SEC|__attribute__|__aligned")) return i;
            int depth = 0;
            do depth += word(i).equals("(") ? 1 : word(i).equals(")") ? -1 : 0; while (depth > 0 && ++i < tokens.size());
        }
        return -1;
    }

    private Optional<OutlineNode> function(String section) {
        int open = parameters();
        // BPF_PROG(name, …) and its kin declare the function that their first argument names.
        int name = word(open - 1).matches("BPF_[A-Z0-9]+") && isName(open + 1) ? open + 1 : open - 1;
        if (!isName(name)) return Optional.empty();
        return section.isEmpty() ? node(Kind.FUNCTION, "", "", name) : node(Kind.PROGRAM, "", section, name);
    }

    private Optional<OutlineNode> type() {
        int body = declaration.body();
        Kind kind = has("struct") ? Kind.STRUCT : has("union") ? Kind.UNION : has("enum") ? Kind.ENUM : null;
        if (kind == null || !isName(body - 1)) return Optional.empty();
        boolean anonymous = word(body - 1).matches("struct|union|enum");
        List<OutlineNode> fields = Fields.read(source, tokens.subList(body + 1, Math.max(body + 1, declaration.close())), kind == Kind.ENUM);
        if (anonymous) return kind == Kind.ENUM ? node(kind, "enum", "", body - 1, fields) : variable();
        if (declaration.body() > 0 && indexOf("=", 0) >= 0 && indexOf("=", 0) < body) return Optional.empty();
        return node(kind, "", "", body - 1, fields);
    }

    private Optional<OutlineNode> variable() {
        int equals = indexOf("=", 0);
        int end = equals >= 0 ? equals : tokens.size() - (word(tokens.size() - 1).equals(";") ? 1 : 0);
        int name = nameBefore(end);
        if (name < 1 || word(name - 1).equals("(") || parameters() > 0 && parameters() < end) return Optional.empty();
        boolean param = has("const") && has("volatile");
        List<String> type = new ArrayList<>();
        for (int i = 0; i < name; i++) if (!word(i).matches("const|volatile|static|extern")) type.add(word(i));
        String detail = String.join(" ", type).replace(" *", " *");
        if (param && equals > 0 && declaration.last().offset() > tokens.get(equals).end()) {
            detail += " = " + source.substring(tokens.get(equals).end(), declaration.last().offset()).strip();
        }
        return node(param ? Kind.PARAM : Kind.VARIABLE, "", detail, name);
    }
}
