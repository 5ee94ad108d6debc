package org.eunomia.toolchain.internal.describe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Package.Requirements;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.toolchain.internal.code.HelperCalls.HelperCall;

/** Estimates the oldest kernel that can run an object, from kinds of programs, kinds of maps and helpers. */
final class Requires {
    /** Helpers are numbered in the order in which they came: the first number of each kernel version. */
    private static final int[][] HELPERS = {{1, 319}, {4, 401}, {12, 402}, {17, 403}, {23, 404}, {26, 405}, {27, 406}, {31, 408}, {37, 409}, {42, 410}, {45, 411},
            {46, 412}, {48, 413}, {51, 414}, {54, 415}, {58, 416}, {60, 417}, {65, 418}, {81, 419}, {84, 420}, {91, 500}, {93, 501}, {99, 502}, {109, 503}, {111, 505},
            {117, 506}, {120, 507}, {125, 508}, {136, 509}, {142, 510}, {156, 511}, {163, 512}, {164, 513}, {166, 514}, {169, 515}, {176, 516}, {180, 517},
            {186, 518}, {194, 519}, {204, 600}, {208, 601}, {210, 602}};
    private static final Map<String, Integer> MAPS = Map.ofEntries(Map.entry("hash", 319), Map.entry("array", 319), Map.entry("prog_array", 402),
            Map.entry("perf_event_array", 403), Map.entry("percpu_hash", 406), Map.entry("percpu_array", 406), Map.entry("stack_trace", 406),
            Map.entry("cgroup_array", 408), Map.entry("lru_hash", 410), Map.entry("lru_percpu_hash", 410), Map.entry("lpm_trie", 411),
            Map.entry("array_of_maps", 412), Map.entry("hash_of_maps", 412), Map.entry("devmap", 414), Map.entry("sockmap", 414), Map.entry("cpumap", 415),
            Map.entry("xskmap", 418), Map.entry("sockhash", 418), Map.entry("cgroup_storage", 419), Map.entry("queue", 420), Map.entry("stack", 420),
            Map.entry("sk_storage", 502), Map.entry("devmap_hash", 504), Map.entry("struct_ops", 506), Map.entry("ringbuf", 508),
            Map.entry("inode_storage", 510), Map.entry("task_storage", 511), Map.entry("bloom_filter", 516), Map.entry("user_ringbuf", 601), Map.entry("cgrp_storage", 602));
    private static final Map<String, Integer> PROGRAMS = Map.ofEntries(Map.entry("kprobe", 401), Map.entry("kretprobe", 401), Map.entry("uprobe", 401),
            Map.entry("uretprobe", 401), Map.entry("usdt", 401), Map.entry("ksyscall", 401), Map.entry("kretsyscall", 401), Map.entry("tracepoint", 407), Map.entry("tp", 407),
            Map.entry("xdp", 408), Map.entry("perf_event", 409), Map.entry("raw_tracepoint", 417), Map.entry("raw_tp", 417), Map.entry("tp_btf", 505),
            Map.entry("fentry", 505), Map.entry("fexit", 505), Map.entry("fmod_ret", 507), Map.entry("lsm", 507), Map.entry("iter", 508), Map.entry("sk_lookup", 509),
            Map.entry("kprobe.multi", 518), Map.entry("kretprobe.multi", 518), Map.entry("lsm_cgroup", 600), Map.entry("netfilter", 604), Map.entry("uprobe.multi", 606),
            Map.entry("uretprobe.multi", 606), Map.entry("tcx", 606), Map.entry("netkit", 607));
    /** Sections of global data become maps. */
    private static final int GLOBAL_DATA = 502;
    private static final Map<String, String> FEATURE = Map.of("tp", "tracepoint", "raw_tp", "raw_tracepoint", "kretprobe", "kprobe", "uretprobe", "uprobe", "ksyscall",
            "kprobe", "kretsyscall", "kprobe", "usdt", "uprobe", "fexit", "fentry", "kretprobe.multi", "kprobe.multi", "uretprobe.multi", "uprobe.multi");

    private Requires() { }

    static Requirements of(List<ProgramSpec> programs, List<MapSpec> maps, List<HelperCall> calls, boolean globalData, boolean relocated) {
        Set<Integer> versions = new TreeSet<>();
        Set<String> features = new LinkedHashSet<>();
        for (ProgramSpec p : programs) {
            String kind = p.section().replaceFirst("/.*", "").replaceFirst("\\.s$", "");
            if (!PROGRAMS.containsKey(kind)) continue;
            versions.add(PROGRAMS.get(kind));
            features.add(FEATURE.getOrDefault(kind, kind));
        }
        for (MapSpec m : maps) {
            versions.add(MAPS.getOrDefault(m.type(), 0));
            if (m.type().equals("ringbuf") || m.type().equals("user_ringbuf") || m.type().endsWith("_storage")) features.add(m.type());
        }
        for (HelperCall c : calls) versions.add(version(c.helper()));
        if (globalData) versions.add(GLOBAL_DATA);
        if (relocated) features.add("btf");
        List<String> sorted = new ArrayList<>(features);
        sorted.sort(Comparator.naturalOrder());
        int newest = versions.stream().max(Comparator.naturalOrder()).orElse(0);
        return new Requirements(newest == 0 ? "" : newest / 100 + "." + newest % 100, sorted);
    }

    private static int version(int helper) {
        int version = 0;
        for (int[] first : HELPERS) if (helper >= first[0]) version = first[1];
        return version;
    }
}
