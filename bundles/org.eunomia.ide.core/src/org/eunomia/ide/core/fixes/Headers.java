package org.eunomia.ide.core.fixes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which header declares what a program for the kernel uses. */
final class Headers {
    /** As it stands behind {@code #include}. */
    record Header(String name) { }

    private static final Map<Pattern, Header> KNOWN = new LinkedHashMap<>();
    private static final Pattern MACRO = Pattern.compile("\\b(SEC|__uint|__type|__array|BPF_[A-Z0-9_]+|PT_REGS_\\w+|bpf_\\w+)\\s*\\(");

    static {
        know("BPF_CORE_\\w+|bpf_core_\\w+|BPF_PROBE_READ\\w*", "<bpf/bpf_core_read.h>");
        know("BPF_USDT|bpf_usdt_\\w+", "<bpf/usdt.bpf.h>");
        know("BPF_K?PROG2?|BPF_K(?:RET)?PROBE|BPF_U(?:RET)?PROBE|BPF_KSYSCALL|PT_REGS_\\w+", "<bpf/bpf_tracing.h>");
        know("bpf_(?:hton|ntoh)[sl]|bpf_(?:cpu_to_be64|be64_to_cpu)", "<bpf/bpf_endian.h>");
        know("log2l?|log2_slot", "\"log2.bpf.h\"");
        know("SEC|__uint|__type|__array|__always_inline|__noinline|__kconfig|__ksym|__weak|__hidden|bpf_\\w+|BPF_FOR\\w*", "<bpf/bpf_helpers.h>");
        know("(?:__)?[us](?:8|16|32|64)|__[bl]e(?:16|32|64)|pid_t|size_t|bool|true|false|task_struct|trace_event_raw_\\w+|pt_regs|sock\\w*|file|inode|dentry|path"
                + "|xdp_md|__sk_buff|bpf_\\w+|BPF_[A-Z]\\w+|XDP_[A-Z]+|linux_binprm|cred|css_set|mm_struct|nsproxy|ethhdr|iphdr|tcphdr|udphdr", "\"vmlinux.h\"");
    }

    private Headers() { }

    private static void know(String names, String header) {
        KNOWN.put(Pattern.compile(names), new Header(header));
    }

    static Optional<Header> of(String name) {
        return KNOWN.entrySet().stream().filter(e -> e.getKey().matcher(name).matches()).map(Map.Entry::getValue).findFirst();
    }

    static Optional<Header> macroIn(String line) {
        Matcher macro = MACRO.matcher(line);
        return macro.find() ? of(macro.group(1)) : Optional.empty();
    }
}
