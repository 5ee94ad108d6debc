// SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)
/* Counts system calls by process name and number. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* only this process; 0 for all */
const volatile int target_pid = 0;

struct call {
	char comm[16]; /* name of the thread */
	int syscall;   /* number of the system call on this architecture */
};

struct total {
	u64 count; /* calls so far */
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, struct call);
	__type(value, struct total);
} counts SEC(".maps");

SEC("tracepoint/raw_syscalls/sys_enter")
int handle_enter(struct trace_event_raw_sys_enter *ctx)
{
	struct call key = { .syscall = ctx->id };
	struct total one = { .count = 1 }, *total;

	if (target_pid && target_pid != bpf_get_current_pid_tgid() >> 32)
		return 0;
	bpf_get_current_comm(key.comm, sizeof(key.comm));
	total = bpf_map_lookup_elem(&counts, &key);
	if (total)
		__sync_fetch_and_add(&total->count, 1);
	else
		bpf_map_update_elem(&counts, &key, &one, BPF_NOEXIST);
	return 0;
}
