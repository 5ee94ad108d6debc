/* @NAME@ sends an event each time a process of a control group passes @HOOK@. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

char LICENSE[] SEC("license") = "@LICENSE@";

/* only this process; 0 for all */
const volatile int target_pid = 0;

struct event {
	int pid;       /* process that connects */
	u32 daddr;     /* address it connects to */
	u16 dport;     /* and port */
	char comm[16]; /* name of its thread */
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

SEC("cgroup/@HOOK@")
int handle_address(struct bpf_sock_addr *ctx)
{
	int pid = bpf_get_current_pid_tgid() >> 32;
	struct event *e;

	if (target_pid && target_pid != pid)
		return 1;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		return 1;
	e->pid = pid;
	e->daddr = ctx->user_ip4;
	e->dport = bpf_ntohs(ctx->user_port);
	bpf_get_current_comm(e->comm, sizeof(e->comm));
	bpf_ringbuf_submit(e, 0);
	return 1; /* 0 refuses */
}
