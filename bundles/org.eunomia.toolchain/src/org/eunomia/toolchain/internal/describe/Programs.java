package org.eunomia.toolchain.internal.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.toolchain.internal.comments.AnnotationValue;
import org.eunomia.toolchain.internal.comments.Comment;

/** Takes options for attaching from the annotations above programs: {@code @frequency 99}, and the groups that eunomia-bpf has for traffic control and XDP. */
final class Programs {
    private static final Set<String> OPTIONS = Set.of("ifindex", "interface", "flags", "handle", "priority", "direction", "path", "pid", "cpu", "frequency", "period",
            "symbol", "offset", "cgroup");
    private static final List<String> GROUPS = List.of("tchook", "tcopts", "xdpopts");

    private final Findings findings;

    Programs(Findings findings) {
        this.findings = findings;
    }

    ProgramSpec annotated(ProgramSpec p, Comment comment) {
        Map<String, Object> options = new LinkedHashMap<>(p.options());
        for (String group : GROUPS) comment.value(group).ifPresent(v -> addGroup(p, group, v, options));
        for (Map.Entry<String, List<String>> a : comment.annotations().entrySet()) {
            if (OPTIONS.contains(a.getKey())) options.put(a.getKey(), value(a.getValue().get(0)));
        }
        return new ProgramSpec(p.name(), p.section(), p.attach(), options);
    }

    private void addGroup(ProgramSpec p, String group, String text, Map<String, Object> options) {
        try {
            AnnotationValue.parse(text).forEach((name, v) -> {
                if (name.equals("attach_point")) options.put("direction", v.endsWith("EGRESS") ? "egress" : "ingress");
                else options.put(name, value(v));
            });
        } catch (IllegalArgumentException e) {
            findings.notice("the annotation @" + group + " of program " + p.name() + " is not understood: " + e.getMessage());
        }
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) return Boolean.valueOf(text);
        return text.matches("-?\\d{1,18}") ? (Object) Long.valueOf(text) : text;
    }
}
