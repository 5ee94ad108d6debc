/* @NAME@ sends an event for each TCP connection that is opened through a network interface. */
#include "vmlinux.h"
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_endian.h>

#define ETH_P_IP 0x0800
#define TC_ACT_OK 0

char LICENSE[] SEC("license") = "@LICENSE@";

struct event {
	u32 saddr; /* who opens the connection */
	u32 daddr; /* to whom */
	u16 sport;
	u16 dport;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 256 * 1024);
} events SEC(".maps");

SEC("tc")
int handle_packet(struct __sk_buff *skb)
{
	struct iphdr ip;
	struct tcphdr tcp;
	struct event *e;

	if (skb->protocol != bpf_htons(ETH_P_IP) || bpf_skb_load_bytes(skb, sizeof(struct ethhdr), &ip, sizeof(ip)) < 0 || ip.protocol != IPPROTO_TCP)
		return TC_ACT_OK;
	if (bpf_skb_load_bytes(skb, sizeof(struct ethhdr) + ip.ihl * 4, &tcp, sizeof(tcp)) < 0 || !tcp.syn || tcp.ack)
		return TC_ACT_OK;
	e = bpf_ringbuf_reserve(&events, sizeof(*e), 0);
	if (!e)
		return TC_ACT_OK;
	e->saddr = ip.saddr;
	e->daddr = ip.daddr;
	e->sport = bpf_ntohs(tcp.source);
	e->dport = bpf_ntohs(tcp.dest);
	bpf_ringbuf_submit(e, 0);
	return TC_ACT_OK; /* TC_ACT_SHOT throws the packet away */
}
