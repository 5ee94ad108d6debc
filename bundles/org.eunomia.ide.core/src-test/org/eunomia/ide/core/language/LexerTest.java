package org.eunomia.ide.core.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LexerTest {
    /** Pieces that are neither names nor punctuation, as {@code KIND:text}. */
    private static String coloured(String source) {
        return Lexer.lex(source).stream().filter(t -> t.kind() != TokenKind.PUNCTUATION && t.kind() != TokenKind.NAME).map(t -> t.kind() + ":" + t.in(source))
                .collect(Collectors.joining(" "));
    }

    @Test
    void tellsKeywordsTypesAndNumbers() {
        assertEquals("KEYWORD:static TYPE:int FUNCTION:f TYPE:u64 KEYWORD:return NUMBER:0x1F NUMBER:10ULL", coloured("static int f(u64 x) { return x + 0x1F * 10ULL; }"));
    }

    @Test
    void tellsSectionsFromStrings() {
        assertEquals("SECTION:SEC SECTION:\"tp/syscalls/sys_enter_openat\" STRING:\"tp/x\"", coloured("SEC(\"tp/syscalls/sys_enter_openat\") x = \"tp/x\";"));
    }

    @Test
    void tellsHelpersMacrosAndMapDefinitions() {
        assertEquals("HELPER:bpf_ringbuf_reserve MACRO:bpf_printk FUNCTION:bpf_mine", coloured("bpf_ringbuf_reserve(&rb); bpf_printk(x); bpf_mine();"));
        assertEquals("MAP:__uint MAP:BPF_MAP_TYPE_HASH MAP:__type TYPE:u32", coloured("__uint(type, BPF_MAP_TYPE_HASH); __type(key, u32);"));
        assertEquals("TYPE:int MACRO:BPF_PROG KEYWORD:struct CONSTANT:BPF_ANY", coloured("int BPF_PROG(f, struct task *p) BPF_ANY"));
    }

    @Test
    void commentsHideEverything() {
        assertEquals("COMMENT:/* int \"x */ TYPE:int COMMENT:// SEC(\"x\")", coloured("/* int \"x */ int a; // SEC(\"x\")"));
    }

    @Test
    void commentOfSeveralLinesIsOnePiece() {
        assertEquals("COMMENT:/* a\n * b\n */ TYPE:int", coloured("/* a\n * b\n */ int x;"));
    }

    @Test
    void stringsEndAtTheirQuoteOrTheLine() {
        assertEquals("STRING:\"a\\\"b\" STRING:'\\'' STRING:\"open TYPE:int", coloured("\"a\\\"b\" '\\'' \"open\nint"));
    }

    @Test
    void directivesCarryTheirFile() {
        assertEquals("DIRECTIVE:#include <bpf/bpf_helpers.h> DIRECTIVE:# define CONSTANT:MAX NUMBER:5", coloured("#include <bpf/bpf_helpers.h>\n  # define MAX 5"));
    }

    @Test
    void directiveGoesOnAfterBackslash() {
        List<Token> out = new ArrayList<>();
        assertEquals(LineState.DIRECTIVE, Lexer.line("#define X \\", 0, LineState.CODE, out));
        assertEquals(LineState.CODE, Lexer.line("  # 5", 12, LineState.DIRECTIVE, out));
        assertEquals(LineState.DIRECTIVE_COMMENT, Lexer.line("#define Y /* a", 0, LineState.CODE, out));
        assertEquals(LineState.LINE_COMMENT, Lexer.line("// a \\", 0, LineState.CODE, out));
    }

    @Test
    void piecesCoverAllButWhiteSpace() {
        String source = "int a[] = { 1, .5 };\r\n\tx->y += 'c';\r\n#if 0\r\n";
        StringBuilder rest = new StringBuilder(source);
        for (Token t : Lexer.lex(source)) for (int i = t.offset(); i < t.end(); i++) rest.setCharAt(i, ' ');
        assertEquals("", rest.toString().strip());
    }
}
