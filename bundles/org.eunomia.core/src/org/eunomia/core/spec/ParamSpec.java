package org.eunomia.core.spec;

import org.eunomia.core.schema.Type;

/**
 * A global of the program that the user may set before it is loaded.
 *
 * @param name         of the variable in C
 * @param section      ELF section that holds it, {@code .rodata} or {@code .bss} or {@code .data}
 * @param offset       bytes from the start of the section
 * @param defaultValue as the object holds it, in the text form that a user would type: {@code 0}, {@code true}, {@code SIGKILL}, {@code 1,2,3}
 * @param description  the comment at the variable, one paragraph; empty when there is none
 * @param longOption   for the command line, without dashes: {@code pid}
 * @param shortOption  one character, or empty
 */
public record ParamSpec(String name, Type type, String section, int offset, String defaultValue, String description, String longOption,
        String shortOption) { }
