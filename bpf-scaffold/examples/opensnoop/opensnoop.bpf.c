// SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)
/* Shows files that are opened, by whom and with what result. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include "opensnoop.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* only this process */
const volatile int target_pid = 0;
/* only this user */
const volatile int target_uid = -1;
/* only calls that failed */
const volatile bool failed_only = false;

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 20);
} events SEC(".maps");

static int report(int ret, unsigned long name)
{
	int pid = bpf_get_current_pid_tgid() >> 32;
	int uid = bpf_get_current_uid_gid();
	struct event *e;

	if (target_pid && target_pid != pid)
		return 0;
	if (target_uid >= 0 && target_uid != uid)
		return 0;
	if (failed_only && ret >= 0)
		return 0;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		return 0;
	e->pid = pid;
	e->uid = uid;
	e->ret = ret;
	bpf_get_current_comm(e->comm, sizeof(e->comm));
	/* by the end of the call the kernel has paged the name in */
	if (bpf_probe_read_user_str(e->filename, sizeof(e->filename), (void *)name) < 0)
		e->filename[0] = 0;
	bpf_ringbuf_submit(e, 0);
	return 0;
}

/* the registers that the system call saved still hold what it was given */
#define SAVED ((struct pt_regs *)bpf_task_pt_regs(bpf_get_current_task_btf()))

SEC("tp/syscalls/sys_exit_open")
int exit_open(struct trace_event_raw_sys_exit *ctx)
{
	return report(ctx->ret, PT_REGS_PARM1_SYSCALL(SAVED));
}

SEC("tp/syscalls/sys_exit_openat")
int exit_openat(struct trace_event_raw_sys_exit *ctx)
{
	return report(ctx->ret, PT_REGS_PARM2_SYSCALL(SAVED));
}
