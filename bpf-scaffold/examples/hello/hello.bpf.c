// SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause)
/* Prints a line for each program that is started. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

/* only this process; 0 for all */
const volatile int target_pid = 0;

SEC("tracepoint/sched/sched_process_exec")
int handle_exec(void *ctx)
{
	int pid = bpf_get_current_pid_tgid() >> 32;

	if (target_pid && target_pid != pid)
		return 0;
	bpf_printk("hello from process %d", pid);
	return 0;
}
