/* @NAME@ walks the kernel's list of tasks and prints a line for each process. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_tracing.h>

char LICENSE[] SEC("license") = "@LICENSE@";

SEC("iter/task")
int handle_task(struct bpf_iter__task *ctx)
{
	struct seq_file *seq = ctx->meta->seq;
	struct task_struct *task = ctx->task;

	/* the last call is without a task; threads other than the first are left out */
	if (!task || task->pid != task->tgid)
		return 0;
	BPF_SEQ_PRINTF(seq, "%d %d %s\n", task->tgid, task->real_parent->tgid, task->comm);
	return 0;
}
