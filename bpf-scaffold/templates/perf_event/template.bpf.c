/* @NAME@ samples what runs on the CPUs at regular times, with kernel and user stacks. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

#define MAX_STACK_DEPTH 127

char LICENSE[] SEC("license") = "@LICENSE@";

/* only this process; 0 for all */
const volatile int target_pid = 0;

struct event {
	int pid;                     /* process that was running */
	char comm[16];               /* name of its thread */
	u64 kstack[MAX_STACK_DEPTH]; /* kernel addresses, innermost first */
	u64 ustack[MAX_STACK_DEPTH]; /* user addresses, innermost first */
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 20);
} events SEC(".maps");

SEC("perf_event")
int handle_sample(void *ctx)
{
	int pid = bpf_get_current_pid_tgid() >> 32;
	struct event *e;

	/* pid 0 is the idle task */
	if (!pid || (target_pid && target_pid != pid))
		return 0;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		return 0;
	e->pid = pid;
	bpf_get_current_comm(e->comm, sizeof(e->comm));
	bpf_get_stack(ctx, e->kstack, sizeof(e->kstack), 0);
	bpf_get_stack(ctx, e->ustack, sizeof(e->ustack), BPF_F_USER_STACK);
	bpf_ringbuf_submit(e, 0);
	return 0;
}
