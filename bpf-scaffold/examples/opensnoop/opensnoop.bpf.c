// SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)
/* Shows each file that is opened, by whom and with what result. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include "opensnoop.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* only this process; 0 for all */
const volatile int target_pid = 0;
/* only this user; -1 for all */
const volatile int target_uid = -1;
/* only calls that failed */
const volatile bool failed_only = false;

struct call {
	const char *filename;
	int flags;
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
	__uint(max_entries, 1 << 20);
} events SEC(".maps");

static int enter(const char *filename, int flags)
{
	u64 id = bpf_get_current_pid_tgid();
	u32 tid = id;
	struct call call = { .filename = filename, .flags = flags };

	if (target_pid && target_pid != id >> 32)
		return 0;
	if (target_uid >= 0 && target_uid != (u32)bpf_get_current_uid_gid())
		return 0;
	bpf_map_update_elem(&calls, &tid, &call, BPF_ANY);
	return 0;
}

static int leave(long ret)
{
	u64 id = bpf_get_current_pid_tgid();
	u32 tid = id;
	struct call *call;
	struct event *e;

	call = bpf_map_lookup_elem(&calls, &tid);
	if (!call)
		return 0;
	if (failed_only && ret >= 0)
		goto out;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		goto out;
	e->pid = id >> 32;
	e->uid = bpf_get_current_uid_gid();
	e->ret = ret;
	e->flags = call->flags;
	bpf_get_current_comm(e->comm, sizeof(e->comm));
	/* read here and not on the way in: by now the kernel has paged the name in */
	if (bpf_probe_read_user_str(e->filename, sizeof(e->filename), call->filename) < 0)
		e->filename[0] = 0;
	bpf_ringbuf_submit(e, 0);
out:
	bpf_map_delete_elem(&calls, &tid);
	return 0;
}

SEC("tracepoint/syscalls/sys_enter_open")
int enter_open(struct trace_event_raw_sys_enter *ctx)
{
	return enter((const char *)ctx->args[0], ctx->args[1]);
}

SEC("tracepoint/syscalls/sys_enter_openat")
int enter_openat(struct trace_event_raw_sys_enter *ctx)
{
	return enter((const char *)ctx->args[1], ctx->args[2]);
}

SEC("tracepoint/syscalls/sys_exit_open")
int exit_open(struct trace_event_raw_sys_exit *ctx)
{
	return leave(ctx->ret);
}

SEC("tracepoint/syscalls/sys_exit_openat")
int exit_openat(struct trace_event_raw_sys_exit *ctx)
{
	return leave(ctx->ret);
}
