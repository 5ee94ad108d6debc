package org.eunomia.elf;

/** Sources that tests compile. */
final class Samples {
    private Samples() { }

    /** A tracepoint program with a ring buffer, a param, a static function and the types that are awkward to lay out. */
    static final String TRACKER = """
            typedef unsigned int u32;
            typedef unsigned long long u64;
            typedef int pid_t;
            #define SEC(name) __attribute__((section(name), used))
            #define __uint(name, val) int (*name)[val]
            enum color { RED, GREEN = 5, BLUE = 0x7fffffff };
            struct point { short x, y; };
            typedef struct { u64 a; } wrapped;
            struct event {
                pid_t pid;
                u32 low : 3, mid : 7;
                int negative : 5;
                char comm[16];
                unsigned char mac[6];
                enum color color;
                union { u64 whole; struct { u32 left, right; }; };
                struct point points[2][3];
                wrapped w;
                void *address;
                struct event *next;
                _Bool flag;
                float f;
                double d;
                __int128 huge;
                const volatile u64 counted;
                u32 tail[];
            };
            struct { __uint(type, 27); __uint(max_entries, 4096); } rb SEC(".maps");
            const volatile int target_pid = 7;
            struct event *keep_event;
            static void *(*reserve)(void *map, u64 size, u64 flags) = (void *) 131;
            static void (*submit)(void *data, u64 flags) = (void *) 132;
            static __attribute__((noinline)) int helper(int x) { return x * target_pid; }
            SEC("tracepoint/syscalls/sys_enter_openat") int handle(void *ctx) {
                struct event *e = reserve(&rb, sizeof(*e), 0);
                if (!e) return 0;
                e->pid = helper((long) ctx);
                keep_event = e;
                submit(e, 0);
                return 0;
            }
            char LICENSE[] SEC("license") = "Dual BSD/GPL";
            """;
}
