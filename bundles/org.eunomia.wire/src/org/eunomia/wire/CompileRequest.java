package org.eunomia.wire;

import java.util.Map;

/**
 * Body of a compilation. The kernel types in {@code vmlinux.h} are those of the daemon's kernel.
 *
 * @param source         text of the {@code .bpf.c}
 * @param file           what messages call it, and the package after it; {@code tracker.bpf.c} if left out
 * @param headers        further texts, by the names that they are included by
 * @param defines        values by macro name
 * @param noLossCounting whether records that do not fit into a buffer go uncounted
 * @param sourceText     whether the object keeps the text of source lines, for the verifier's messages
 */
public record CompileRequest(String source, String file, Map<String, String> headers, Map<String, String> defines, boolean noLossCounting, boolean sourceText) {
    public CompileRequest {
        headers = Map.copyOf(headers);
        defines = Map.copyOf(defines);
    }
}
