// SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)
/* Shows each process that ends, with its exit code and how long it ran. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
#include "exitsnoop.h"

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* only this process; 0 for all */
const volatile int target_pid = 0;
/* only processes that failed or were killed */
const volatile bool failed_only = false;

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

SEC("tracepoint/sched/sched_process_exit")
int handle_exit(void *ctx)
{
	struct task_struct *task = (struct task_struct *)bpf_get_current_task();
	int pid = bpf_get_current_pid_tgid() >> 32;
	int status = BPF_CORE_READ(task, exit_code);
	struct event *e;

	if (target_pid && target_pid != pid)
		return 0;
	/* each thread passes here: only the last one ends the process */
	if (BPF_CORE_READ(task, signal, live.counter))
		return 0;
	if (failed_only && !status)
		return 0;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		return 0;
	e->pid = pid;
	e->ppid = BPF_CORE_READ(task, real_parent, tgid);
	e->exit_code = (status >> 8) & 0xff;
	e->signal = status & 0x7f;
	e->duration_ns = bpf_ktime_get_ns() - BPF_CORE_READ(task, group_leader, start_time);
	bpf_get_current_comm(e->comm, sizeof(e->comm));
	bpf_ringbuf_submit(e, 0);
	return 0;
}
