/* SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause) */
#ifndef EXECSNOOP_H
#define EXECSNOOP_H

#define TASK_COMM_LEN 16
#define ARGS_LEN 512

struct event {
	int pid;                  /* process that runs the new program */
	int ppid;                 /* its parent */
	unsigned int uid;         /* user it runs as */
	char comm[TASK_COMM_LEN]; /* name of the new program */
	char args[ARGS_LEN];      /* command line, cut off when longer */
};

#endif
