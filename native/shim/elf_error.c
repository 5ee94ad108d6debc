// SPDX-License-Identifier: Apache-2.0
// Takes the place of libelf's own elf_error.o: distributions compile libelf.a for executables, where a thread-local variable may be addressed in
// a way (local exec) that a shared object cannot. It is the only thread-local variable there, so with it replaced the archive can be linked in.
#include <stdio.h>

static __thread int last_error;

void __libelf_seterrno(int value)
{
	last_error = value;
}

int elf_errno(void)
{
	int error = last_error;

	last_error = 0;
	return error;
}

// 0: the last error, NULL if there was none. -1: the last error.
const char *elf_errmsg(int error)
{
	static __thread char text[32];

	if (error <= 0) {
		if (error == 0 && last_error == 0)
			return NULL;
		error = last_error;
	}
	snprintf(text, sizeof(text), error ? "libelf error %d" : "no error", error);
	return text;
}
