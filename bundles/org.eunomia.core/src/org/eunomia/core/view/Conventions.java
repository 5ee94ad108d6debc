package org.eunomia.core.view;

import java.util.List;
import java.util.Set;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Type;

/** What the usual names and types of fields say about their meaning. */
final class Conventions {
    private static final Set<String> ADDRESSES = Set.of("saddr", "daddr", "laddr", "raddr", "src_addr", "dst_addr", "source_addr", "dest_addr",
            "local_addr", "remote_addr", "sip", "dip", "ip", "ipaddr", "ip_addr", "src_ip", "dst_ip", "local_ip", "remote_ip", "saddr_ip", "daddr_ip");
    private static final Set<String> FAMILY_ADDRESSES = Set.of("addr", "address", "src", "dst", "bound_addr");
    private static final Set<String> TEXTS = Set.of("comm", "task", "filename", "fname", "file", "path", "name", "str", "string", "text", "msg",
            "message", "line", "args", "argv", "cmd", "cmdline", "command", "device", "ifname", "query", "host");
    private static final Set<String> RESULTS = Set.of("ret", "retval", "err", "error", "errno", "rc", "result");
    private static final Set<String> SIGNALS = Set.of("sig", "signal", "signo", "signum", "sig_num");
    private static final Set<String> TIMES = Set.of("ts", "ts_ns", "ktime", "ktime_ns", "timestamp", "timestamp_ns", "time_ns", "start_ts",
            "end_ts", "exit_ts", "start_time", "end_time", "exit_time", "start_ns", "end_ns", "boot_time");
    private static final Set<String> POINTERS = Set.of("ip", "pc", "addr", "address", "ptr", "cookie", "sk", "skaddr", "skbaddr");
    private static final Set<String> KERNEL_STACKS = Set.of("kstack", "kern_stack", "kernel_stack", "kernstack", "kstk");
    private static final Set<String> USER_STACKS = Set.of("ustack", "user_stack", "userstack", "ustk");

    private Conventions() { }

    /** The format that {@code field}, a member beside {@code siblings}, names or that its name and type suggest. */
    static ValueFormat format(Field field, List<Field> siblings) {
        return ValueFormat.named(field.format()).filter(f -> Cells.suits(f, field.type()))
                .orElseGet(() -> conventional(field.name().toLowerCase(), field.type(), siblings));
    }

    private static ValueFormat conventional(String name, Type type, List<Field> siblings) {
        if (type.cName().equals("struct in6_addr")) return ValueFormat.IPV6;
        if (type.cName().equals("struct in_addr")) return ValueFormat.IPV4;
        if (isAddress(name, siblings) && type.size() == 4 && !isSigned(type)) return ValueFormat.IPV4;
        if (isAddress(name, siblings) && type.size() == 16) return find(siblings, "family", "af", "sa_family") == null ? ValueFormat.IPV6 : ValueFormat.IP;
        return switch (type) {
            case Type.Int i -> integer(name, i);
            case Type.Array a -> array(name, a);
            case Type.Pointer p -> ValueFormat.HEX;
            case Type.Char c -> ValueFormat.NUMBER;
            case Type.Bool b -> ValueFormat.NUMBER;
            case Type.Float f -> ValueFormat.NUMBER;
            case Type.Enum e -> ValueFormat.NUMBER;
            case Type.Struct s -> ValueFormat.NUMBER;
        };
    }

    private static ValueFormat integer(String name, Type.Int type) {
        if (isPort(name) && type.size() <= 4) return type.cName().equals("__be16") ? ValueFormat.PORT_BE : ValueFormat.PORT;
        if (type.cName().equals("__be32")) return ValueFormat.IPV4;
        if (type.signed() && type.size() >= 4 && (RESULTS.contains(name) || name.endsWith("_ret") || name.endsWith("_err"))) return ValueFormat.ERRNO;
        if (type.size() == 4 && SIGNALS.contains(name)) return ValueFormat.SIGNAL;
        if (type.size() >= 4 && isStackId(name)) return name.startsWith("u") ? ValueFormat.USTACK_ID : ValueFormat.KSTACK_ID;
        if (name.equals("flags") || name.endsWith("_flags")) return ValueFormat.HEX;
        if (type.size() < 8) return type.size() < 4 ? ValueFormat.NUMBER : duration(name);
        if (TIMES.contains(name)) return ValueFormat.KTIME;
        return POINTERS.contains(name) && !type.signed() ? ValueFormat.HEX : duration(name);
    }

    private static ValueFormat duration(String name) {
        if (name.endsWith("_ns") || name.equals("ns")) return ValueFormat.DURATION_NS;
        if (name.endsWith("_us") && !name.startsWith("ts") || name.equals("us")) return ValueFormat.DURATION_US;
        return name.endsWith("_ms") && !name.startsWith("ts") || name.equals("ms") ? ValueFormat.DURATION_MS : ValueFormat.NUMBER;
    }

    private static ValueFormat array(String name, Type.Array type) {
        if (type.isText()) return ValueFormat.TEXT;
        if (!(type.element() instanceof Type.Int element)) return ValueFormat.NUMBER;
        if (element.size() == 8 && KERNEL_STACKS.contains(name)) return ValueFormat.KSTACK;
        if (element.size() == 8 && USER_STACKS.contains(name)) return ValueFormat.USTACK;
        if (element.size() != 1) return ValueFormat.NUMBER;
        if (type.count() == 6 && (name.contains("mac") || name.equals("h_source") || name.equals("h_dest") || name.contains("hwaddr"))) return ValueFormat.MAC;
        if (TEXTS.contains(name) || name.endsWith("comm") || name.endsWith("name") || name.endsWith("path")) return ValueFormat.TEXT;
        return ValueFormat.BYTES;
    }

    /** {@code saddr}, {@code saddr_v4}, {@code saddr6} …, and looser names beside an address family. */
    private static boolean isAddress(String name, List<Field> siblings) {
        String base = addressBase(name);
        if (ADDRESSES.contains(base)) return true;
        return FAMILY_ADDRESSES.contains(base) && (!base.equals(name) || find(siblings, "family", "af", "sa_family") != null);
    }

    /** The name without what says which version of IP it is for. */
    static String addressBase(String name) {
        int end = name.length();
        if (end < 2 || name.charAt(end - 1) != '4' && name.charAt(end - 1) != '6') return name;
        end--;
        if (name.charAt(end - 1) == 'v') end--;
        if (end > 1 && name.charAt(end - 1) == '_') end--;
        return name.substring(0, end);
    }

    private static boolean isPort(String name) {
        return name.equals("port") || name.endsWith("_port") || name.length() == 5 && name.endsWith("port") && "sdlr".indexOf(name.charAt(0)) >= 0;
    }

    private static boolean isStackId(String name) {
        return name.endsWith("stack_id") || name.endsWith("stackid") || name.endsWith("stk_id") || KERNEL_STACKS.contains(name) || USER_STACKS.contains(name);
    }

    private static boolean isSigned(Type type) {
        return type instanceof Type.Int i && i.signed() || type instanceof Type.Float || type instanceof Type.Enum;
    }

    /** The first of {@code names} that an integer member has; null when there is none. */
    static Field find(List<Field> siblings, String... names) {
        for (String name : names) {
            for (Field f : siblings) if (f.name().equalsIgnoreCase(name) && f.type() instanceof Type.Int && !f.isBitField()) return f;
        }
        return null;
    }
}
