// SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)
/* Shows each signal that is sent by kill(2), by whom and with what result. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include "killsnoop.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* only this sender; 0 for all */
const volatile int target_pid = 0;
/* only this signal; SIG0 for all */
const volatile enum signal target_signal = SIG0;
/* only calls that failed */
const volatile bool failed_only = false;

struct call {
	int target;
	enum signal signal;
};

/* calls that have begun, by thread */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, u32);
	__type(value, struct call);
} calls SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_kill")
int enter_kill(struct trace_event_raw_sys_enter *ctx)
{
	struct call call = { .target = ctx->args[0], .signal = ctx->args[1] };
	u64 id = bpf_get_current_pid_tgid();
	u32 tid = id;

	if ((target_pid && target_pid != id >> 32) || (target_signal && target_signal != call.signal))
		return 0;
	bpf_map_update_elem(&calls, &tid, &call, BPF_ANY);
	return 0;
}

SEC("tracepoint/syscalls/sys_exit_kill")
int exit_kill(struct trace_event_raw_sys_exit *ctx)
{
	u64 id = bpf_get_current_pid_tgid();
	u32 tid = id;
	struct call *call;
	struct event *e;

	call = bpf_map_lookup_elem(&calls, &tid);
	if (!call)
		return 0;
	if (failed_only && !ctx->ret)
		goto out;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		goto out;
	e->pid = id >> 32;
	e->uid = bpf_get_current_uid_gid();
	e->target = call->target;
	e->signal = call->signal;
	e->ret = ctx->ret;
	bpf_get_current_comm(e->comm, sizeof(e->comm));
	bpf_ringbuf_submit(e, 0);
out:
	bpf_map_delete_elem(&calls, &tid);
	return 0;
}
