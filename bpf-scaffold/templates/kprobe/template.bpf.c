/* @NAME@ sends an event each time the kernel calls @HOOK@(). */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "@LICENSE@";

/* only this process; 0 for all */
const volatile int target_pid = 0;

struct event {
	int pid;       /* process that got here */
	char comm[16]; /* name of its thread */
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

/* The arguments of the function go behind handle_call: BPF_KPROBE(handle_call, int dfd, struct filename *name). */
SEC("kprobe/@HOOK@")
int BPF_KPROBE(handle_call)
{
	int pid = bpf_get_current_pid_tgid() >> 32;
	struct event *e;

	if (target_pid && target_pid != pid)
		return 0;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		return 0;
	e->pid = pid;
	bpf_get_current_comm(e->comm, sizeof(e->comm));
	bpf_ringbuf_submit(e, 0);
	return 0;
}
