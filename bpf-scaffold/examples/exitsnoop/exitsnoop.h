/* SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause) */
#ifndef EXITSNOOP_H
#define EXITSNOOP_H

#define TASK_COMM_LEN 16

struct event {
	int pid;                        /* process that ended */
	int ppid;                       /* its parent */
	int exit_code;                  /* as passed to exit */
	int signal;                     /* signal that killed it, 0 for none */
	unsigned long long duration_ns; /* from its start to its end */
	char comm[TASK_COMM_LEN];       /* name of the thread that ended last */
};

#endif
