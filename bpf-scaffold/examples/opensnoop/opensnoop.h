/* SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause) */
#ifndef OPENSNOOP_H
#define OPENSNOOP_H

#define TASK_COMM_LEN 16
#define FILENAME_LEN 255

struct event {
	int pid;                     /* process that opened the file */
	unsigned int uid;            /* user it runs as */
	int ret;                     /* file descriptor, or negative error number */
	int flags;                   /* O_... as passed to open */
	char comm[TASK_COMM_LEN];    /* name of the thread */
	char filename[FILENAME_LEN]; /* as passed to open, cut off when longer */
};

#endif
