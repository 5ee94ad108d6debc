package org.eunomia.ide.core.verify;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what the verifier knows of a register ({@code print_reg_state}, kernel/bpf/log.c) into words. */
final class ValueWords {
    private static final Pattern FORM = Pattern.compile("([\\w.]+?)\\((.*)\\)");
    private static final Pattern NUMBER = Pattern.compile("(?:inv|scalar)?(-?(?:0x[0-9a-f]+|\\d+))");
    private static final Pattern STACK = Pattern.compile("fp([-+]?\\d+)?");
    private static final Pattern SLOT = Pattern.compile("[mrz0?idfD]{8}");
    private static final Pattern KERNEL_TYPE = Pattern.compile("(?:trusted_|untrusted_|rcu_|percpu_|user_)*ptr_(?:or_null_)?(\\w+)");

    private ValueWords() { }

    static String of(String register, String value) {
        if (register.startsWith("fp") && SLOT.matcher(value).matches()) return slot(value);
        Matcher number = NUMBER.matcher(value);
        if (number.matches()) return "number " + number.group(1);
        Matcher stack = STACK.matcher(value);
        if (stack.matches()) return stack.group(1) == null || stack.group(1).equals("0") ? "top of the stack" : "stack at " + stack.group(1);
        Matcher form = FORM.matcher(value);
        if (!form.matches()) return value.equals("inv") || value.equals("scalar") ? "any number" : bare(value);
        return form(form.group(1), facts(form.group(2)), value);
    }

    private static String bare(String value) {
        return switch (value) {
            case "ctx" -> "the program's context";
            case "pkt_end" -> "end of the packet";
            default -> value;
        };
    }

    private static String form(String type, Map<String, String> facts, String value) {
        boolean nullable = type.contains("_or_null");
        String base = type.replace("_or_null", "");
        String words = switch (base) {
            case "scalar", "inv" -> "number" + range(facts);
            case "ctx" -> "the program's context" + offset(facts);
            case "map_ptr" -> "map " + facts.getOrDefault("map", "");
            case "map_value" -> "value" + (facts.containsKey("map") ? " of map " + facts.get("map") : " of a map") + bytes(facts.get("vs")) + offset(facts);
            case "map_key" -> "key of a map" + bytes(facts.get("ks")) + offset(facts);
            case "ringbuf_mem" -> "ring buffer record" + bytes(facts.getOrDefault("sz", facts.get("mem_size"))) + offset(facts);
            case "mem", "rdonly_mem", "rdwr_mem", "alloc_mem", "buf", "rdonly_buf", "rdwr_buf" -> "memory" + bytes(facts.getOrDefault("sz", facts.get("mem_size"))) + offset(facts);
            case "pkt" -> "packet" + offset(facts) + (facts.containsKey("r") ? ", " + facts.get("r") + " bytes known to be there" : "");
            case "pkt_meta" -> "metadata of the packet" + offset(facts);
            case "pkt_end" -> "end of the packet";
            default -> kernel(type, facts, value);
        };
        return nullable ? words + ", or NULL" : words;
    }

    private static String kernel(String type, Map<String, String> facts, String value) {
        Matcher kernel = KERNEL_TYPE.matcher(type);
        if (!kernel.matches()) return value;
        String trust = type.startsWith("untrusted_") ? " that may be stale" : "";
        return "pointer to the kernel's " + kernel.group(1) + trust + offset(facts);
    }

    /** {@code smin=0,smax=umax=255}: names that stand before the same {@code =} have the same value. */
    private static Map<String, String> facts(String list) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String part : list.replaceAll("\\([^)]*\\)", "").split(",")) {
            String[] names = part.strip().split("=");
            for (int i = 0; i + 1 < names.length; i++) facts.put(names[i].replace("_value", ""), names[names.length - 1]);
        }
        return facts;
    }

    private static String range(Map<String, String> facts) {
        String least = facts.getOrDefault("umin", facts.get("smin"));
        String most = facts.getOrDefault("umax", facts.get("smax"));
        if (facts.containsKey("smin") && facts.get("smin").startsWith("0xffff")) return " from " + signed(facts.get("smin")) + (facts.containsKey("smax") ? " to " + plain(facts.get("smax")) : "");
        if (least == null && most == null) return facts.containsKey("var_off") && !facts.get("var_off").isEmpty() ? " of which some bits are known" : " of any value";
        if (most == null) return ", at least " + plain(least);
        return least == null && !facts.containsKey("umax") ? ", at most " + plain(most) : " from " + (least == null ? "0" : plain(least)) + " to " + plain(most);
    }

    private static String offset(Map<String, String> facts) {
        String most = facts.getOrDefault("umax", facts.get("smax"));
        String fixed = facts.get("off");
        if (most != null) return " at offset " + plain(facts.getOrDefault("umin", facts.getOrDefault("smin", "0"))) + " to " + plain(most);
        if (fixed != null && !fixed.equals("0")) return " at offset " + fixed;
        return facts.containsKey("smin") || facts.containsKey("umin") ? " at an offset without a limit" : "";
    }

    private static String bytes(String size) {
        return size == null ? "" : " (" + size + " bytes)";
    }

    /** Hexadecimal numbers of up to 32 bits read better in decimal; beyond, they are limits of types. */
    private static String plain(String number) {
        if (!number.startsWith("0x") || number.length() > 10) return number;
        return String.valueOf(Long.parseLong(number.substring(2), 16));
    }

    private static String signed(String number) {
        return String.valueOf(Long.parseUnsignedLong(number.substring(2), 16));
    }

    private static String slot(String bytes) {
        long unknown = bytes.chars().filter(c -> c == '?').count();
        String written = bytes.replace("?", "").replace("0", "").isEmpty() ? "zero" : "written";
        return unknown == 0 ? "8 bytes, " + written : String.format(Locale.ROOT, "%d bytes %s, %d not written", 8 - unknown, written, unknown);
    }
}
