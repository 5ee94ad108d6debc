/* SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause) */
#ifndef CLIENT_H
#define CLIENT_H

#define TASK_COMM_LEN 16
#define MAX_FILENAME_LEN 127

/* The one event that Eunomia 0.1.0 knew. */
struct event {
	int pid;
	int ppid;
	unsigned exit_code;
	unsigned long long duration_ns;
	char comm[TASK_COMM_LEN];
	char filename[MAX_FILENAME_LEN];
	bool exit_event; /* true when the process ended */
};

#endif
