// What is started: one record for each setpriority(99, …), with a field of a kernel struct that has to be relocated.
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>
char LICENSE[] SEC("license") = "Dual BSD/GPL";
struct event { int pid; int ppid; int number; };
const volatile int target_pid = 0;
struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 65536); } rb SEC(".maps");
SEC("tracepoint/syscalls/sys_enter_setpriority")
int bench_first(struct trace_event_raw_sys_enter *ctx)
{
	int pid = bpf_get_current_pid_tgid() >> 32;
	if (target_pid && pid != target_pid) return 0;
	struct task_struct *task = (void *)bpf_get_current_task();
	struct event *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
	if (!e) return 0;
	e->pid = pid;
	e->ppid = BPF_CORE_READ(task, real_parent, tgid);
	e->number = ctx->args[1];
	bpf_ringbuf_submit(e, 0);
	return 0;
}
