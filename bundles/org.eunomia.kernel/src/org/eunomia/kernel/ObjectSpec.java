package org.eunomia.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be loaded.
 *
 * @param name       shown in errors and given to libbpf as the object's name
 * @param elf        the object; not to be written to
 * @param globals    bytes to put into global data before loading
 * @param mapEntries {@code max_entries} by map name
 * @param options    by program name, then option name: {@code pid} and {@code path} for uprobes, {@code frequency} for perf events, {@code ifindex} …
 * @param reuse      by map name: maps in the kernel, of objects of the same loader, to use in place of new ones. They have the same type and
 *                   the same sizes of key and value, and live on when their first owner is closed
 * @param btf        file with the kernel's BTF in place of {@code /sys/kernel/btf/vmlinux}, null for the running kernel's
 */
public record ObjectSpec(String name, byte[] elf, List<GlobalValue> globals, Map<String, Integer> mapEntries,
        Map<String, Map<String, Object>> options, Map<String, MapAccess> reuse, Path btf) {

    /** {@code bytes} at {@code offset} of ELF section {@code section} ({@code .rodata}, {@code .data}, {@code .bss}). */
    public record GlobalValue(String section, int offset, byte[] bytes) { }

    public ObjectSpec {
        globals = List.copyOf(globals);
        mapEntries = Map.copyOf(mapEntries);
        options = Map.copyOf(options);
        reuse = Map.copyOf(reuse);
    }

    /** Reuses no maps. */
    public ObjectSpec(String name, byte[] elf, List<GlobalValue> globals, Map<String, Integer> mapEntries, Map<String, Map<String, Object>> options, Path btf) {
        this(name, elf, globals, mapEntries, options, Map.of(), btf);
    }

    public static ObjectSpec of(String name, byte[] elf) {
        return new ObjectSpec(name, elf, List.of(), Map.of(), Map.of(), null);
    }
}
