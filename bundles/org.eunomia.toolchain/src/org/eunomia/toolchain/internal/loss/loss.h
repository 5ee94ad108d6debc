/* Included in front of every program: counts, for each call, the records that did not fit into a ring or perf buffer. */
#pragma clang system_header

/* Libbpf declares helpers as (*name)(...), so that a macro with arguments does not touch the declarations. */
#define __eunomia_first(first, ...) first
#define __eunomia_second(first, second, ...) second

/* The array takes no space; its type ties the counter to the map. */
#define __eunomia_count(map, failed) do { \
	static struct { unsigned long long lost; __typeof__(map) of[0]; } __lost __attribute__((section(".data.loss"), used, aligned(8))); \
	if (__builtin_expect(!!(failed), 0)) \
		__sync_fetch_and_add(&__lost.lost, 1); \
} while (0)

#define __eunomia_result(helper, map, ...) ({ \
	long __error = (helper)(__VA_ARGS__); \
	__eunomia_count(map, __error < 0); \
	__error; })

#define bpf_ringbuf_reserve(...) ({ \
	void *__record = (bpf_ringbuf_reserve)(__VA_ARGS__); \
	__eunomia_count(__eunomia_first(__VA_ARGS__), !__record); \
	__record; })
#define bpf_ringbuf_output(...) __eunomia_result(bpf_ringbuf_output, __eunomia_first(__VA_ARGS__), __VA_ARGS__)
#define bpf_ringbuf_reserve_dynptr(...) __eunomia_result(bpf_ringbuf_reserve_dynptr, __eunomia_first(__VA_ARGS__), __VA_ARGS__)
#define bpf_perf_event_output(...) __eunomia_result(bpf_perf_event_output, __eunomia_second(__VA_ARGS__), __VA_ARGS__)
