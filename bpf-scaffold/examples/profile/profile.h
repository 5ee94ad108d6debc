/* SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause) */
#ifndef PROFILE_H
#define PROFILE_H

#define TASK_COMM_LEN 16
#define MAX_STACK_DEPTH 127

struct event {
	int pid;                                    /* process that was running */
	int tid;                                    /* its thread */
	unsigned int cpu;                           /* where it ran */
	char comm[TASK_COMM_LEN];                   /* name of the thread */
	unsigned long long kstack[MAX_STACK_DEPTH]; /* kernel addresses, innermost first */
	unsigned long long ustack[MAX_STACK_DEPTH]; /* user addresses, innermost first */
};

#endif
