package org.eunomia.ide.core.language;

/** What a piece of source is, as far as it gets a colour of its own. */
public enum TokenKind {
    COMMENT, STRING, NUMBER, KEYWORD, TYPE,
    /** A function that the kernel offers. */
    HELPER,
    /** A macro of libbpf: {@code BPF_PROG}, {@code BPF_CORE_READ}, {@code bpf_printk} … */
    MACRO,
    /** {@code SEC} and the name in it. */
    SECTION,
    /** What defines a map: {@code __uint}, {@code __type}, {@code BPF_MAP_TYPE_…}. */
    MAP,
    /** {@code #include} and the like, with the file's name. */
    DIRECTIVE,
    /** A name in capitals. */
    CONSTANT,
    /** A name before a parenthesis. */
    FUNCTION,
    NAME, PUNCTUATION;

    /** Whether brackets and names in it mean nothing. */
    public boolean isText() {
        return this == COMMENT || this == STRING || this == SECTION;
    }
}
