package org.eunomia.elf;

/** A relocation at {@code offset} bytes into its target section. {@code addend} is 0 for REL entries. */
public record ElfRelocation(long offset, int type, int symbol, long addend) { }
