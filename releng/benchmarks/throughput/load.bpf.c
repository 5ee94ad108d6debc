// One record of 128 bytes for each setpriority(99, …) of one process.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
char LICENSE[] SEC("license") = "Dual BSD/GPL";
struct event { int pid; int number; char comm[16]; char filler[104]; };
struct enter { unsigned long long common; long nr; unsigned long args[6]; };
struct { __uint(type, BPF_MAP_TYPE_RINGBUF); __uint(max_entries, 16 << 20); } rb SEC(".maps");
SEC("tracepoint/syscalls/sys_enter_setpriority")
int bench_load(struct enter *ctx)
{
	if (ctx->args[0] != 99) return 0;
	struct event *e = bpf_ringbuf_reserve(&rb, sizeof(*e), 0);
	if (!e) return 0;
	e->pid = bpf_get_current_pid_tgid() >> 32;
	e->number = ctx->args[1];
	bpf_get_current_comm(e->comm, sizeof(e->comm));
	bpf_ringbuf_submit(e, 0);
	return 0;
}
