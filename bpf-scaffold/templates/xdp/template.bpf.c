/* @NAME@ counts the packets that a network interface receives, by IP version and protocol, before the kernel handles them. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

#define ETH_P_IP 0x0800
#define ETH_P_IPV6 0x86DD

char LICENSE[] SEC("license") = "@LICENSE@";

struct flow {
	u32 version;  /* of IP, 0 for other packets */
	u32 protocol; /* number of the protocol above IP: 1 ICMP, 6 TCP, 17 UDP, 58 ICMPv6 */
};

struct total {
	u64 count; /* packets so far */
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, struct flow);
	__type(value, struct total);
} packets SEC(".maps");

SEC("xdp")
int handle_packet(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	struct ethhdr *eth = data;
	struct flow flow = {};
	struct total one = { .count = 1 }, *total;

	/* the verifier lets nothing be read that was not shown to lie before the end */
	if (data + sizeof(*eth) > end)
		return XDP_PASS;
	data += sizeof(*eth);
	if (eth->h_proto == bpf_htons(ETH_P_IP) && data + sizeof(struct iphdr) <= end) {
		flow.version = 4;
		flow.protocol = ((struct iphdr *)data)->protocol;
	} else if (eth->h_proto == bpf_htons(ETH_P_IPV6) && data + sizeof(struct ipv6hdr) <= end) {
		flow.version = 6;
		flow.protocol = ((struct ipv6hdr *)data)->nexthdr;
	}
	total = bpf_map_lookup_elem(&packets, &flow);
	if (total)
		__sync_fetch_and_add(&total->count, 1);
	else
		bpf_map_update_elem(&packets, &flow, &one, BPF_NOEXIST);
	return XDP_PASS; /* XDP_DROP throws the packet away */
}
