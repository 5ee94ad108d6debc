package org.eunomia.kernel.libbpf.internal.load;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eunomia.kernel.FeatureProbe;
import org.eunomia.kernel.libbpf.internal.attach.Section;
import org.eunomia.kernel.libbpf.internal.shim.Shim;

/**
 * Objects that are to run on many kernels bring two programs for one hook, a modern and an old one, and count on a loader that takes one of them:
 * with both, everything would be seen twice. Option {@code load} of a program overrules this.
 */
final class Alternatives {
    /** Modern kind, old kind, and {@code enum bpf_attach_type} of the modern one. */
    private record Pair(String modern, String old, int attachType) { }

    private static final List<Pair> PAIRS = List.of(new Pair("tp_btf", "raw_tracepoint", 23), new Pair("fentry", "kprobe", 24), new Pair("fexit", "kretprobe", 25));

    private Alternatives() { }

    /** Leaves one program of each such couple out. */
    static void choose(List<Pointer> programs, Map<String, Map<String, Object>> options, FeatureProbe kernel, List<String> notices) {
        List<Pointer> open = new ArrayList<>(programs);
        open.removeIf(program -> Shim.bpf_program__autoload(program) == 0 || options.getOrDefault(Shim.bpf_program__name(program), Map.of()).containsKey("load"));
        Set<String> left = new LinkedHashSet<>();
        for (Pointer modern : open) {
            for (Pointer old : open) {
                Section hook = section(modern);
                Section other = section(old);
                if (hook.target().isEmpty() || !hook.target().equals(other.target())) continue;
                PAIRS.stream().filter(pair -> pair.modern.equals(hook.kind()) && pair.old.equals(other.kind()))
                        .forEach(pair -> left.add(leaveOut(works(pair, hook.target(), kernel) ? old : modern)));
            }
        }
        if (!left.isEmpty()) notices.add("left out, as other programs are for the same hooks: " + String.join(", ", left));
    }

    private static Section section(Pointer program) {
        return Section.of(Shim.bpf_program__section_name(program));
    }

    private static boolean works(Pair pair, String target, FeatureProbe kernel) {
        return kernel.supports(pair.modern).orElse(false) && Shim.libbpf_find_vmlinux_btf_id(target, pair.attachType) > 0;
    }

    /** @return its name */
    private static String leaveOut(Pointer program) {
        Shim.bpf_program__set_autoload(program, 0);
        return Shim.bpf_program__name(program);
    }
}
