/* SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause) */
#ifndef OPENSNOOP_H
#define OPENSNOOP_H

#define TASK_COMM_LEN 16
#define FILENAME_LEN 255

struct event {
	int pid; /* process */
	unsigned int uid;
	int ret; /* file descriptor or error */
	char comm[TASK_COMM_LEN];
	char filename[FILENAME_LEN]; /* as passed to open */
};

#endif
