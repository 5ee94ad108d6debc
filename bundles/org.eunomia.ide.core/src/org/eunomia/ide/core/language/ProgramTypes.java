package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sets of program types, as the tables write them. */
final class ProgramTypes {
    static final List<String> ALL = List.of("socket_filter", "kprobe", "sched_cls", "sched_act", "tracepoint", "xdp", "perf_event", "cgroup_skb", "cgroup_sock",
            "lwt_in", "lwt_out", "lwt_xmit", "sock_ops", "sk_skb", "cgroup_device", "sk_msg", "raw_tracepoint", "cgroup_sock_addr", "lwt_seg6local", "lirc_mode2",
            "sk_reuseport", "flow_dissector", "cgroup_sysctl", "raw_tracepoint_writable", "cgroup_sockopt", "tracing", "struct_ops", "lsm", "sk_lookup", "syscall",
            "netfilter");

    private ProgramTypes() { }

    static List<String> read(String text) {
        if (text.isEmpty() || text.equals("-")) return List.of();
        List<String> words = Arrays.asList(text.split(" "));
        if (!words.get(0).equals("all")) return words;
        List<String> types = new ArrayList<>(ALL);
        for (String word : words) types.remove(word.substring(word.startsWith("-") ? 1 : 0));
        return types;
    }

    /** The same the other way round, for people: few exceptions instead of many names. */
    static String describe(List<String> types) {
        List<String> missing = ALL.stream().filter(t -> !types.contains(t)).toList();
        if (missing.isEmpty()) return "all";
        return missing.size() <= 6 ? "all but " + String.join(", ", missing) : String.join(", ", types);
    }
}
