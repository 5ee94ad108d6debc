/* SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause) */
#ifndef RUNQLAT_H
#define RUNQLAT_H

#define TASK_COMM_LEN 16
#define SLOTS 26

struct hist {
	unsigned int slots[SLOTS]; /* waits of 2^n to 2^(n+1) - 1 usecs */
	char comm[TASK_COMM_LEN];  /* name of the process, when split by process */
};

#endif
