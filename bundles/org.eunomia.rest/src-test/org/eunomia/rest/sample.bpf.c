#include "vmlinux.h"
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "Dual BSD/GPL";

enum mood { MOOD_GOOD = 1, MOOD_BAD = 2 };

struct event {
	int pid;
	unsigned long long number;
	char comm[16];
};

struct count {
	unsigned long long calls;
	enum mood mood;
};

/* trace this process only */
const volatile int target_pid = 0;

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 65536);
} rb SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, int);
	__type(value, struct count);
} counts SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 2);
	__type(key, int);
	__type(value, unsigned long long);
} cpus SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_setpriority")
int handle_nice(void *ctx)
{
	int pid = bpf_get_current_pid_tgid() >> 32;
	if (target_pid && pid != target_pid)
		return 0;
	struct count fresh = { 0, MOOD_GOOD }, *c = bpf_map_lookup_elem(&counts, &pid);
	if (!c) {
		bpf_map_update_elem(&counts, &pid, &fresh, BPF_ANY);
		c = bpf_map_lookup_elem(&counts, &pid);
		if (!c)
			return 0;
	}
	__sync_fetch_and_add(&c->calls, 1);
	int zero = 0;
	unsigned long long *n = bpf_map_lookup_elem(&cpus, &zero);
	if (n)
		(*n)++;
	struct event *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
	if (!e)
		return 0;
	e->pid = pid;
	e->number = c->calls;
	bpf_get_current_comm(e->comm, sizeof(e->comm));
	bpf_ringbuf_submit(e, 0);
	return 0;
}
