// SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)
/* Shows each line that is typed into bash. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include "bashreadline.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* only this shell; 0 for all */
const volatile int target_pid = 0;

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

/* A return probe of a user function: BPF_URETPROBE of libbpf 1.2 and newer is another name for the same macro. */
SEC("uretprobe//bin/bash:readline")
int BPF_KRETPROBE(handle_readline, const char *line)
{
	int pid = bpf_get_current_pid_tgid() >> 32;
	struct event *e;

	/* readline returns NULL at the end of its input */
	if (!line || (target_pid && target_pid != pid))
		return 0;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		return 0;
	e->pid = pid;
	e->uid = bpf_get_current_uid_gid();
	if (bpf_probe_read_user_str(e->line, sizeof(e->line), line) < 0)
		e->line[0] = 0;
	bpf_ringbuf_submit(e, 0);
	return 0;
}
