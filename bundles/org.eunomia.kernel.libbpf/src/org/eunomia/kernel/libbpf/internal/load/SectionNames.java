package org.eunomia.kernel.libbpf.internal.load;

import com.sun.jna.Pointer;
import java.util.Arrays;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.libbpf.internal.shim.Shim;
import org.eunomia.kernel.libbpf.internal.shim.ShimLog;

/** Checks that libbpf knows what kind of program each section holds, which it would otherwise say only when it loads, and less clearly. */
final class SectionNames {
    private static final String LIST = "supported section(type) names are:";

    private SectionNames() { }

    static void check(List<Pointer> programs) throws OperationFailedException {
        for (Pointer program : programs) {
            if (Shim.bpf_program__type(program) != 0 || Shim.bpf_program__autoload(program) == 0) continue;
            String section = Shim.bpf_program__section_name(program);
            throw new OperationFailedException(new Failure.ObjectInvalid("program " + Shim.bpf_program__name(program),
                    "section '" + section + "' is of no kind that libbpf knows", hint(section, known())));
        }
    }

    /** Compares the part before the first slash, and proposes names with the rest put back. */
    static String hint(String section, List<String> known) {
        int slash = section.indexOf('/');
        String kind = slash < 0 ? section : section.substring(0, slash);
        String rest = slash < 0 ? "" : section.substring(slash);
        List<String> near = Nearest.to(section, known.stream().filter(name -> name.contains("/")).toList());
        if (near.isEmpty()) near = Nearest.to(kind, known.stream().filter(name -> !name.contains("/")).toList()).stream().map(name -> name + rest).toList();
        return near.isEmpty() ? "usual ones are tracepoint/CATEGORY/NAME, raw_tp/NAME, tp_btf/NAME, kprobe/FUNCTION, fentry/FUNCTION, uprobe/FILE:FUNCTION, perf_event, xdp"
                : "did you mean " + String.join(", ", near) + "?";
    }

    /** libbpf lists its section names only for people, on the debug level. */
    private static List<String> known() {
        try (ShimLog log = new ShimLog(ShimLog.Level.DEBUG, 0)) {
            Shim.eunomia_section_type(log.pointer(), "?", new int[1], new int[1]);
            return log.lines().stream().filter(line -> line.contains(LIST)).findFirst()
                    .map(line -> Arrays.stream(line.substring(line.indexOf(LIST) + LIST.length()).strip().split("\\s+")).map(name -> name.replace("+", "")).distinct().toList())
                    .orElse(List.of());
        }
    }
}
