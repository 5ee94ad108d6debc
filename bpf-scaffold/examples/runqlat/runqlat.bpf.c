// SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)
/* Shows how long threads that could run had to wait for a CPU. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>
#include "log2.bpf.h"
#include "runqlat.h"

#define TASK_RUNNING 0

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* only this process; 0 for all */
const volatile int target_pid = 0;
/* one histogram for each process */
const volatile bool per_process = false;

/* since when a thread could run, in ns */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, u32);
	__type(value, u64);
} queued SEC(".maps");

/* usecs spent waiting, by process */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, u32);
	__type(value, struct hist);
} hists SEC(".maps");

static const struct hist zero;

static int enqueue(int tgid, u32 pid)
{
	u64 now = bpf_ktime_get_ns();

	/* pid 0 is the idle task */
	if (!pid || (target_pid && target_pid != tgid))
		return 0;
	bpf_map_update_elem(&queued, &pid, &now, BPF_ANY);
	return 0;
}

SEC("tp_btf/sched_wakeup")
int BPF_PROG(sched_wakeup, struct task_struct *p)
{
	return enqueue(p->tgid, p->pid);
}

SEC("tp_btf/sched_wakeup_new")
int BPF_PROG(sched_wakeup_new, struct task_struct *p)
{
	return enqueue(p->tgid, p->pid);
}

SEC("tp_btf/sched_switch")
int BPF_PROG(sched_switch, bool preempt, struct task_struct *prev, struct task_struct *next)
{
	u32 pid = next->pid, key = per_process ? next->tgid : 0;
	struct hist *hist;
	u64 *since;

	/* a thread that is taken off the CPU while it could run on waits again */
	if (prev->__state == TASK_RUNNING)
		enqueue(prev->tgid, prev->pid);
	since = bpf_map_lookup_elem(&queued, &pid);
	if (!since)
		return 0;
	hist = bpf_map_lookup_elem(&hists, &key);
	if (!hist) {
		bpf_map_update_elem(&hists, &key, &zero, BPF_NOEXIST);
		hist = bpf_map_lookup_elem(&hists, &key);
		if (!hist)
			goto out;
		if (per_process)
			bpf_probe_read_kernel_str(hist->comm, sizeof(hist->comm), next->group_leader->comm);
	}
	__sync_fetch_and_add(&hist->slots[log2_slot((bpf_ktime_get_ns() - *since) / 1000, SLOTS)], 1);
out:
	bpf_map_delete_elem(&queued, &pid);
	return 0;
}
