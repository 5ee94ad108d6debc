package org.eunomia.kernel.libbpf.internal.attach;

/**
 * A program's section taken apart: {@code fentry.s/do_unlinkat} is of kind {@code fentry} with target {@code do_unlinkat}.
 *
 * @param kind   the first word without {@code .s}, {@code .w} and the like, but {@code multi} and {@code session} kept; long names for short ones ({@code tp}, {@code raw_tp})
 * @param target what follows the first slash, empty when there is none
 */
public record Section(String kind, String target) {
    public static Section of(String section) {
        String name = section.startsWith("?") ? section.substring(1) : section;
        int slash = name.indexOf('/');
        String first = slash < 0 ? name : name.substring(0, slash);
        String kind = first.replaceFirst("\\.(?:s|w|frags)$", "").replaceFirst("\\.multi\\.s$", ".multi");
        return new Section(switch (kind) {
            case "tp" -> "tracepoint";
            case "raw_tp" -> "raw_tracepoint";
            default -> kind;
        }, slash < 0 ? "" : name.substring(slash + 1));
    }

    /** Whether the section alone says where to attach. */
    public boolean isAutomatic() {
        return switch (kind) {
            case "tracepoint", "raw_tracepoint", "tp_btf", "fentry", "fexit", "fmod_ret", "lsm", "iter", "kprobe", "kretprobe", "kprobe.multi", "kretprobe.multi",
                    "kprobe.session", "ksyscall", "kretsyscall" -> !target.isEmpty();
            case "uprobe", "uretprobe", "uprobe.multi", "uretprobe.multi", "usdt" -> target.contains(":");
            case "perf_event" -> true;
            default -> false;
        };
    }
}
