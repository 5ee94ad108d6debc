package org.eunomia.engine.internal.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this process may do (uapi/linux/capability.h), from its status. */
final class Privileges {
    private static final Map<String, Integer> BITS = new LinkedHashMap<>();
    private final long effective;
    private final boolean filtered;
    private final boolean inNamespace;

    static {
        BITS.put("CAP_BPF", 39);
        BITS.put("CAP_PERFMON", 38);
        BITS.put("CAP_NET_ADMIN", 12);
        BITS.put("CAP_SYS_ADMIN", 21);
        BITS.put("CAP_SYS_PTRACE", 19);
        BITS.put("CAP_DAC_READ_SEARCH", 2);
        BITS.put("CAP_SYSLOG", 34);
        BITS.put("CAP_SYS_RESOURCE", 24);
    }

    Privileges(HostFiles files) {
        effective = files.member("/proc/self/status", "CapEff").filter(t -> t.matches("[0-9a-f]{1,16}")).map(t -> Long.parseUnsignedLong(t, 16)).orElse(0L);
        filtered = files.member("/proc/self/status", "Seccomp").filter(t -> !t.equals("0")).isPresent();
        inNamespace = files.text("/proc/self/uid_map").filter(t -> !t.matches("0\\s+0\\s+4294967295")).isPresent();
    }

    boolean has(String capability) {
        return (effective >>> BITS.get(capability) & 1) != 0;
    }

    /** CAP_SYS_ADMIN stands for both, as before Linux 5.8. */
    boolean mayTrace() {
        return has("CAP_SYS_ADMIN") || has("CAP_BPF") && has("CAP_PERFMON");
    }

    List<String> held() {
        List<String> held = new ArrayList<>();
        for (String name : BITS.keySet()) if (has(name)) held.add(name);
        return held;
    }

    /** Whether a seccomp filter, as containers have it, may forbid calls. */
    boolean filtered() {
        return filtered;
    }

    /** Whether capabilities count within a user namespace only, which BPF does not care for. */
    boolean inNamespace() {
        return inNamespace;
    }
}
