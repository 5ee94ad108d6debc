// SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)
/* Shows each TCP connection that a process of this host opens, over IPv4 and IPv6, and how it went. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include "tcpconnect.h"

#define AF_INET 2

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* only this process; 0 for all */
const volatile int target_pid = 0;
/* only connections to this port; 0 for all */
const volatile unsigned short target_port = 0;

struct caller {
	u64 began;
	int pid;
	u32 uid;
	char comm[TASK_COMM_LEN];
};

/* connections that wait for an answer, by socket */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, u64);
	__type(value, struct caller);
} callers SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

/* Only here is the process that connects the current one: the answer comes in an interrupt. */
static int begin(u64 sock)
{
	struct caller caller = {};

	caller.pid = bpf_get_current_pid_tgid() >> 32;
	if (target_pid && target_pid != caller.pid)
		return 0;
	caller.began = bpf_ktime_get_ns();
	caller.uid = bpf_get_current_uid_gid();
	bpf_get_current_comm(caller.comm, sizeof(caller.comm));
	bpf_map_update_elem(&callers, &sock, &caller, BPF_ANY);
	return 0;
}

SEC("tracepoint/sock/inet_sock_set_state")
int handle_state(struct trace_event_raw_inet_sock_set_state *ctx)
{
	u64 sock = (u64)ctx->skaddr;
	struct caller *caller;
	struct event *e;

	if (ctx->protocol != IPPROTO_TCP || (target_port && target_port != ctx->dport))
		return 0;
	if (ctx->newstate == TCP_SYN_SENT)
		return begin(sock);
	if (ctx->oldstate != TCP_SYN_SENT)
		return 0;
	caller = bpf_map_lookup_elem(&callers, &sock);
	if (!caller)
		return 0;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		goto out;
	e->pid = caller->pid;
	e->uid = caller->uid;
	e->connected = ctx->newstate == TCP_ESTABLISHED;
	e->family = ctx->family;
	if (e->family == AF_INET) {
		__builtin_memset(e->saddr, 0, sizeof(e->saddr));
		__builtin_memset(e->daddr, 0, sizeof(e->daddr));
		bpf_probe_read_kernel(e->saddr, sizeof(ctx->saddr), ctx->saddr);
		bpf_probe_read_kernel(e->daddr, sizeof(ctx->daddr), ctx->daddr);
	} else {
		bpf_probe_read_kernel(e->saddr, sizeof(e->saddr), ctx->saddr_v6);
		bpf_probe_read_kernel(e->daddr, sizeof(e->daddr), ctx->daddr_v6);
	}
	e->sport = ctx->sport;
	e->dport = ctx->dport;
	e->duration_ns = bpf_ktime_get_ns() - caller->began;
	__builtin_memcpy(e->comm, caller->comm, sizeof(e->comm));
	bpf_ringbuf_submit(e, 0);
out:
	bpf_map_delete_elem(&callers, &sock);
	return 0;
}
