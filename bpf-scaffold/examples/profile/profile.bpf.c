// SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)
/* Shows what runs on the CPUs, sampled at regular times, with kernel and user stacks. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include "profile.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* only this process; 0 for all */
const volatile int target_pid = 0;

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 20);
} events SEC(".maps");

SEC("perf_event")
int handle_sample(void *ctx)
{
	u64 id = bpf_get_current_pid_tgid();
	int pid = id >> 32;
	struct event *e;

	/* pid 0 is the idle task */
	if (!pid || (target_pid && target_pid != pid))
		return 0;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		return 0;
	e->pid = pid;
	e->tid = id;
	e->cpu = bpf_get_smp_processor_id();
	bpf_get_current_comm(e->comm, sizeof(e->comm));
	/* what a stack does not fill is zeroed by the kernel */
	bpf_get_stack(ctx, e->kstack, sizeof(e->kstack), 0);
	bpf_get_stack(ctx, e->ustack, sizeof(e->ustack), BPF_F_USER_STACK);
	bpf_ringbuf_submit(e, 0);
	return 0;
}
