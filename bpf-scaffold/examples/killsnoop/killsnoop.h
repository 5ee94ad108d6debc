/* SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause) */
#ifndef KILLSNOOP_H
#define KILLSNOOP_H

#define TASK_COMM_LEN 16

/* Numbers of the common architectures: alpha, mips, parisc and sparc have others. */
enum signal {
	SIG0, /* asks only whether the process is there */
	SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1,
	SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGSTKFLT, SIGCHLD, SIGCONT, SIGSTOP, SIGTSTP,
	SIGTTIN, SIGTTOU, SIGURG, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGWINCH, SIGIO, SIGPWR,
	SIGSYS,
};

struct event {
	int pid;                  /* process that called kill */
	unsigned int uid;         /* user it runs as */
	int target;               /* process, or the group of that number when negative */
	enum signal signal;
	int ret;                  /* 0, or negative error number */
	char comm[TASK_COMM_LEN]; /* name of the thread that called kill */
};

#endif
