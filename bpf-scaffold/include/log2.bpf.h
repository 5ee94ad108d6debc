/* SPDX-License-Identifier: (GPL-2.0 OR BSD-3-Clause) */
#ifndef LOG2_BPF_H
#define LOG2_BPF_H

/* Slot of v in a histogram whose slot n counts the values from 2^n to 2^(n+1) - 1; the last of count slots takes all that are greater. */
static __always_inline unsigned int log2_slot(unsigned long long v, unsigned int count)
{
	unsigned int slot = 0;

	for (int shift = 32; shift; shift >>= 1) {
		if (v >> shift) {
			v >>= shift;
			slot += shift;
		}
	}
	return slot < count ? slot : count - 1;
}

#endif
