/* SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause) */
#ifndef TCPCONNECT_H
#define TCPCONNECT_H

#define TASK_COMM_LEN 16

struct event {
	int pid;                        /* process that called connect */
	unsigned int uid;               /* user it runs as */
	bool connected;                 /* false when refused, timed out or given up */
	unsigned short family;          /* AF_INET or AF_INET6 */
	unsigned char saddr[16];        /* own address; of IPv4 the first 4 bytes */
	unsigned char daddr[16];        /* address of the peer */
	unsigned short sport;           /* own port */
	unsigned short dport;           /* port of the peer */
	unsigned long long duration_ns; /* from the first packet to the outcome */
	char comm[TASK_COMM_LEN];       /* name of the thread that called connect */
};

#endif
