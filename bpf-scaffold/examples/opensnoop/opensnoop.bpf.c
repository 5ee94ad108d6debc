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

/* file names of calls that have begun, by thread */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, int);
	__type(value, const char *);
} names SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 20);
} events SEC(".maps");

static int enter(unsigned long name)
{
	u64 id = bpf_get_current_pid_tgid();
	int tid = id, uid = bpf_get_current_uid_gid();

	if (target_pid && target_pid != id >> 32)
		return 0;
	if (target_uid >= 0 && target_uid != uid)
		return 0;
	bpf_map_update_elem(&names, &tid, &name, BPF_ANY);
	return 0;
}

static int leave(long ret)
{
	u64 id = bpf_get_current_pid_tgid();
	int tid = id;
	const char **name;
	struct event *e;

	name = bpf_map_lookup_elem(&names, &tid);
	if (!name)
		return 0;
	if (failed_only && ret >= 0)
		goto out;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		goto out;
	e->pid = id >> 32;
	e->uid = bpf_get_current_uid_gid();
	e->ret = ret;
	bpf_get_current_comm(e->comm, sizeof(e->comm));
	/* read here and not on the way in: by now the kernel has paged the name in */
	if (bpf_probe_read_user_str(e->filename, sizeof(e->filename), *name) < 0)
		e->filename[0] = 0;
	bpf_ringbuf_submit(e, 0);
out:
	bpf_map_delete_elem(&names, &tid);
	return 0;
}

SEC("tracepoint/syscalls/sys_enter_open")
int enter_open(struct trace_event_raw_sys_enter *ctx)
{
	return enter(ctx->args[0]);
}

SEC("tracepoint/syscalls/sys_enter_openat")
int enter_openat(struct trace_event_raw_sys_enter *ctx)
{
	return enter(ctx->args[1]);
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
