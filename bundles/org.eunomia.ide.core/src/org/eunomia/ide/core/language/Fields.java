package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.ide.core.language.OutlineNode.Kind;

/** Members of structs, unions and enums. */
final class Fields {
    private Fields() { }

    /** @param tokens between the braces */
    static List<OutlineNode> read(String source, List<Token> tokens, boolean enumerators) {
        List<OutlineNode> fields = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            String text = i < tokens.size() ? tokens.get(i).in(source) : enumerators ? "," : "";
            if ("{(".contains(text) && !text.isEmpty()) depth++;
            if ("})".contains(text) && !text.isEmpty()) depth--;
            if (depth != 0 || !text.equals(enumerators ? "," : ";")) continue;
            List<Token> member = tokens.subList(start, i);
            if (!member.isEmpty()) add(source, member, enumerators, fields);
            start = i + 1;
        }
        return fields;
    }

    private static void add(String source, List<Token> member, boolean enumerator, List<OutlineNode> fields) {
        int name = enumerator ? 0 : member.size() - 1;
        StringBuilder dimensions = new StringBuilder();
        while (name > 0 && !Character.isJavaIdentifierStart(source.charAt(member.get(name).offset()))) {
            if (member.get(name).is(source, ']')) {
                int close = member.get(name).end();
                while (name > 0 && !member.get(name).is(source, '[')) name--;
                dimensions.insert(0, source.substring(member.get(name).offset(), close));
            }
            name--;
        }
        Token first = member.get(0);
        Token at = member.get(name);
        String type = enumerator ? "" : source.substring(first.offset(), at.offset()).strip().replaceAll("\\s*\\{(?s:.*)}", "").replaceAll("\\s+", " ") + dimensions;
        int length = member.get(member.size() - 1).end() - first.offset();
        fields.add(new OutlineNode(Kind.FIELD, at.in(source), type, first.offset(), length, at.offset(), List.of()));
    }
}
