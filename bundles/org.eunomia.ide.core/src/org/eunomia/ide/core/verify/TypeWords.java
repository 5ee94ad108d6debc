package org.eunomia.ide.core.verify;

import java.util.Arrays;
import java.util.List;

/** Names of the verifier for kinds of values ({@code reg_type_str}, kernel/bpf/log.c), in words. */
final class TypeWords {
    private TypeWords() { }

    static String of(String type) {
        String words = switch (type.strip().replace("_or_null", "").replace("rdonly_", "").replace("rdwr_", "")) {
            case "scalar", "inv" -> "a number";
            case "fp" -> "memory on the stack";
            case "ctx" -> "the program's context";
            case "map_value" -> "the value of a map";
            case "map_key" -> "the key of a map";
            case "map_ptr" -> "a map";
            case "mem", "buf", "alloc_mem" -> "memory";
            case "ringbuf_mem" -> "a ring buffer record";
            case "pkt" -> "the packet";
            case "pkt_meta" -> "the packet's metadata";
            case "pkt_end" -> "the end of the packet";
            default -> type.contains("ptr_") ? "a kernel object" : type.strip();
        };
        return type.contains("_or_null") ? words + " that may be NULL" : words;
    }

    /** A list with commas; of a longer one the first three. */
    static String any(String types) {
        if (types.contains("fp") && types.contains("map_value")) return "memory of the program, such as a variable or the value of a map";
        List<String> words = Arrays.stream(types.split(",")).map(TypeWords::of).distinct().toList();
        if (words.size() == 1) return words.getFirst();
        return words.size() <= 3 ? String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast()
                : String.join(", ", words.subList(0, 3)) + " or the like";
    }
}
