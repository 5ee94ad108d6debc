/* @NAME@ counts how long calls of @HOOK@(2) take. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include "log2.bpf.h"

#define SLOTS 26

char LICENSE[] SEC("license") = "@LICENSE@";

/* only this process; 0 for all */
const volatile int target_pid = 0;

struct hist {
	u32 slots[SLOTS]; /* calls of 2^n to 2^(n+1) - 1 usecs */
};

/* when a thread entered the call, in ns */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 10240);
	__type(key, u32);
	__type(value, u64);
} entered SEC(".maps");

/* usecs in @HOOK@(2) */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, u32);
	__type(value, struct hist);
} hists SEC(".maps");

SEC("tracepoint/syscalls/sys_enter_@HOOK@")
int handle_enter(void *ctx)
{
	u64 id = bpf_get_current_pid_tgid(), now = bpf_ktime_get_ns();
	u32 tid = id;

	if (!target_pid || target_pid == id >> 32)
		bpf_map_update_elem(&entered, &tid, &now, BPF_ANY);
	return 0;
}

SEC("tracepoint/syscalls/sys_exit_@HOOK@")
int handle_exit(void *ctx)
{
	u32 tid = bpf_get_current_pid_tgid(), key = 0;
	u64 *since = bpf_map_lookup_elem(&entered, &tid);
	struct hist *hist = bpf_map_lookup_elem(&hists, &key);

	if (since && hist)
		__sync_fetch_and_add(&hist->slots[log2_slot((bpf_ktime_get_ns() - *since) / 1000, SLOTS)], 1);
	bpf_map_delete_elem(&entered, &tid);
	return 0;
}
