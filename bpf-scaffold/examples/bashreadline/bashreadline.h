/* SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause) */
#ifndef BASHREADLINE_H
#define BASHREADLINE_H

#define LINE_LEN 256

struct event {
	int pid;             /* the shell */
	unsigned int uid;    /* user it runs as */
	char line[LINE_LEN]; /* as typed, cut off when longer */
};

#endif
