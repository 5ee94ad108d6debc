package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proposals that need no compiler: section names with their hooks, map types and attributes, helper functions. */
public final class Completion {
    private static final Pattern IN_SECTION = Pattern.compile("\\bSEC\\s*\\(\\s*\"([^\"\\n]*)$");
    private static final Pattern IN_MAP_TYPE = Pattern.compile("__uint\\s*\\(\\s*type\\s*,\\s*(\\w*)$");
    private static final Pattern IN_ATTRIBUTE = Pattern.compile("^\\s*(__\\w*)$");
    private static final Pattern WORD = Pattern.compile("\\bbpf_\\w*$");

    private final Helpers helpers;
    private final Hooks hooks;

    public Completion(Helpers helpers, Hooks hooks) {
        this.helpers = helpers;
        this.hooks = hooks;
    }

    /** The best first; empty where nothing of this fits. */
    public List<Proposal> at(String source, int offset) {
        String line = source.substring(source.lastIndexOf('\n', offset - 1) + 1, offset);
        Matcher m = IN_SECTION.matcher(line);
        if (m.find()) return sections(source, offset, m.group(1));
        m = IN_MAP_TYPE.matcher(line);
        if (m.find()) return mapTypes(source, offset, m.group(1));
        if (isText(line)) return List.of();
        m = IN_ATTRIBUTE.matcher(line);
        if (m.find() && inMap(source, offset)) return attributes(source, offset, m.group(1));
        m = WORD.matcher(line);
        return m.find() ? helpers(source, offset, m.group()) : List.of();
    }

    /** Whether {@code offset} is where only this class has something to say. */
    public static boolean isExclusive(String source, int offset) {
        return IN_SECTION.matcher(source.substring(source.lastIndexOf('\n', offset - 1) + 1, offset)).find();
    }

    /** Whether {@code offset} is in a comment or behind an operator that looks like the beginning of something, so that nothing is to be proposed. */
    public static boolean isIdle(String source, int offset) {
        String line = source.substring(source.lastIndexOf('\n', offset - 1) + 1, offset);
        List<Token> tokens = new ArrayList<>();
        Lexer.line(line, 0, LineState.CODE, tokens);
        boolean comment = !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind() == TokenKind.COMMENT && !line.endsWith("*/");
        return comment || line.endsWith(">") && !line.endsWith("->") || line.endsWith("/") && !isExclusive(source, offset) && !line.contains("#include");
    }

    private static boolean isText(String line) {
        List<Token> tokens = new ArrayList<>();
        Lexer.line(line, 0, LineState.CODE, tokens);
        return !tokens.isEmpty() && tokens.get(tokens.size() - 1).kind().isText() && tokens.get(tokens.size() - 1).end() == line.length();
    }

    private List<Proposal> sections(String source, int offset, String typed) {
        String plain = typed.startsWith("?") ? typed.substring(1) : typed;
        int slash = plain.indexOf('/');
        Optional<Section> section = slash < 0 ? Optional.empty() : Sections.find(plain);
        List<Proposal> proposals = new ArrayList<>();
        if (section.isPresent() && section.get().takesHook()) {
            String prefix = plain.substring(section.get().name().length());
            int rest = restOfString(source, offset);
            for (Hooks.Hook h : hooks.of(section.get(), prefix)) proposals.add(proposal(Proposal.Kind.HOOK, h.name(), h.detail(), h.name(), offset - prefix.length(), prefix.length() + rest, false, Cards.section(section.get(), section.get().name() + h.name())));
        }
        for (Section s : Sections.all()) {
            if (!s.name().startsWith(plain) || s.name().equals(plain)) continue;
            String detail = s.description();
            proposals.add(proposal(Proposal.Kind.SECTION, s.name(), detail, s.name(), offset - plain.length(), plain.length(), s.takesHook(), Cards.section(s, s.name())));
        }
        return proposals;
    }

    /** How much of a string follows on this line: a hook replaces all of it. */
    private static int restOfString(String source, int offset) {
        int end = offset;
        while (end < source.length() && source.charAt(end) != '"' && source.charAt(end) != '\n') end++;
        return end < source.length() && source.charAt(end) == '"' ? end - offset : 0;
    }

    private static Proposal proposal(Proposal.Kind kind, String label, String detail, String text, int offset, int length, boolean more, RichText info) {
        return new Proposal(kind, label, detail, text, offset, length, text.length(), more, info);
    }

    private static List<Proposal> mapTypes(String source, int offset, String typed) {
        return MapType.all().stream().filter(t -> t.constant().startsWith(typed) || t.name().startsWith(typed.toUpperCase()))
                .map(t -> proposal(Proposal.Kind.MAP, t.constant(), t.description(), t.constant(), offset - typed.length(), typed.length(), false, Cards.mapType(t))).toList();
    }

    /** Whether the innermost open brace is that of a struct without a name, as maps are defined. */
    private static boolean inMap(String source, int offset) {
        return Pattern.compile("struct\\s*\\{[^{}]*$").matcher(source.substring(Math.max(0, offset - 1000), offset)).find();
    }

    private static List<Proposal> attributes(String source, int offset, String typed) {
        List<String> all = List.of("__uint(type, BPF_MAP_TYPE_HASH);", "__uint(max_entries, 1024);", "__type(key, u32);", "__type(value, u64);", "__uint(map_flags, BPF_F_NO_PREALLOC);",
                "__uint(pinning, LIBBPF_PIN_BY_NAME);", "__array(values, struct inner);");
        return all.stream().filter(a -> a.startsWith(typed))
                .map(a -> new Proposal(Proposal.Kind.MAP, a, "", a, offset - typed.length(), typed.length(), a.length(), false, RichText.EMPTY)).toList();
    }

    private List<Proposal> helpers(String source, int offset, String typed) {
        Optional<Section> section = SourceOutline.of(source).sectionAt(offset);
        String type = section.map(Section::programType).orElse("");
        return helpers.all().stream().filter(h -> h.name().startsWith(typed) && h.isFor(type)).map(h -> helper(h, section, offset, typed)).toList();
    }

    private static Proposal helper(Helper h, Optional<Section> section, int offset, String typed) {
        String text = h.name() + "()";
        int cursor = h.parameters().isEmpty() && !h.prototype().isEmpty() ? text.length() : text.length() - 1;
        String parameters = h.prototype().isEmpty() ? "()" : "(" + String.join(", ", h.parameters()) + ")";
        return new Proposal(Proposal.Kind.HELPER, h.name() + parameters, h.result(), text, offset - typed.length(), typed.length(), cursor, false, Cards.helper(h, section));
    }
}
