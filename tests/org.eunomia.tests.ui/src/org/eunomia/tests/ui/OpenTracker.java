package org.eunomia.tests.ui;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eunomia.ide.core.project.TrackerProject;

/** A project with a tracker of files that one process opens. */
final class OpenTracker {
    static final String SOURCE = """
            #include "vmlinux.h"
            #include <bpf/bpf_helpers.h>

            enum kind { ANY, NAMED };

            struct event {
                int pid;
                char filename[64];
            };

            struct {
                __uint(type, BPF_MAP_TYPE_RINGBUF);
                __uint(max_entries, 256 * 1024);
            } events SEC(".maps");

            /* trace this process only */
            const volatile int target_pid = 0;
            /* whether anything is told at all */
            const volatile bool enabled = true;
            /* which files are told of */
            const volatile enum kind wanted = ANY;
            /* what their names begin with */
            const volatile char prefix[16] = "";

            SEC("tracepoint/syscalls/sys_enter_openat")
            int opened(struct trace_event_raw_sys_enter *ctx)
            {
                int pid = bpf_get_current_pid_tgid() >> 32;
                struct event *e;

                if (!enabled || pid != target_pid)
                    return 0;
                e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
                if (!e)
                    return 0;
                e->pid = pid;
                bpf_probe_read_user_str(e->filename, sizeof(e->filename), (void *)ctx->args[1]);
                if ((wanted == NAMED && !e->filename[0]) || (prefix[0] && e->filename[0] != prefix[0])) {
                    bpf_ringbuf_discard(e, 0);
                    return 0;
                }
                bpf_ringbuf_submit(e, 0);
                return 0;
            }

            char LICENSE[] SEC("license") = "GPL";
            """;

    private OpenTracker() { }

    /** The source, in a project of that name. */
    static IFile create(String project) throws CoreException {
        String path = "src/" + project + ".bpf.c";
        return TrackerProject.create(project, null, Map.of(path, SOURCE.getBytes(StandardCharsets.UTF_8)), new NullProgressMonitor()).project().getFile(path);
    }
}
