// SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)
/* Shows each program that is started, with its arguments. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
#include "execsnoop.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* only this process; 0 for all */
const volatile int target_pid = 0;
/* only children of this process; 0 for all */
const volatile int target_ppid = 0;
/* only this user; -1 for all */
const volatile int target_uid = -1;

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

SEC("tracepoint/sched/sched_process_exec")
int handle_exec(struct trace_event_raw_sched_process_exec *ctx)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	int pid = bpf_get_current_pid_tgid() >> 32;
	int ppid = BPF_CORE_READ(task, real_parent, tgid);
	u32 uid = bpf_get_current_uid_gid();
	unsigned long start, len;
	struct event *e;
	int i;

	if ((target_pid && target_pid != pid) || (target_ppid && target_ppid != ppid) ||
	    (target_uid >= 0 && target_uid != uid))
		return 0;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		return 0;
	e->pid = pid;
	e->ppid = ppid;
	e->uid = uid;
	bpf_get_current_comm(e->comm, sizeof(e->comm));

	/* the arguments lie one after the other at the top of the new stack, each with a NUL */
	start = BPF_CORE_READ(task, mm, arg_start);
	len = BPF_CORE_READ(task, mm, arg_end) - start;
	if (len > sizeof(e->args))
		len = sizeof(e->args);
	if (bpf_probe_read_user(e->args, len, (void *)start) < 0)
		len = 0;
	for (i = 0; i < ARGS_LEN - 1; i++) {
		if (i + 1 >= len)
			break;
		if (!e->args[i])
			e->args[i] = ' ';
	}
	e->args[i] = 0;
	bpf_ringbuf_submit(e, 0);
	return 0;
}
