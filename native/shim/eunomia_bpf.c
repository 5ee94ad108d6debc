// SPDX-License-Identifier: Apache-2.0
// What Java cannot do well through JNA: libbpf's print callback takes a va_list, and its option structs have sizes that only its headers know.
// Every function that may print takes the log it prints into; a result is 0 or a negated errno.
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <linux/bpf.h>
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>

// More than libbpf ever prints of one object by far; what comes after is cut off.
#define LOG_MAX (64u << 20)

struct eunomia_log {
	char *text;
	size_t length, capacity;
	int level;		// the most talkative libbpf_print_level to keep
	char *verifier;		// the kernel's own log of a program or of BTF
	size_t verifier_size;
};

// Set for the duration of one call into libbpf: operations of several threads print into their own logs.
static __thread struct eunomia_log *current;

static int collect(enum libbpf_print_level level, const char *format, va_list args)
{
	struct eunomia_log *log = current;
	va_list again;
	int n;

	if (!log || (int)level > log->level)
		return 0;
	va_copy(again, args);
	n = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (n <= 0 || log->length + n >= LOG_MAX)
		return 0;
	if (log->length + n + 1 > log->capacity) {
		size_t capacity = (log->length + n + 1) * 2;
		char *text = realloc(log->text, capacity);

		if (!text)
			return 0;
		log->text = text;
		log->capacity = capacity;
	}
	vsnprintf(log->text + log->length, n + 1, format, args);
	log->length += n;
	return n;
}

__attribute__((constructor)) static void begin(void)
{
	libbpf_set_print(collect);
	libbpf_set_strict_mode(LIBBPF_STRICT_ALL);
}

// Runs `call`, which yields a pointer or NULL with errno, with its output going to `log`.
#define POINTER(log, out, call) ({ \
	current = (log); \
	errno = 0; \
	*(out) = (call); \
	int error_ = *(out) ? 0 : errno ? -errno : -EINVAL; \
	current = NULL; \
	error_; })

struct eunomia_log *eunomia_log_new(int level, size_t verifier_size)
{
	struct eunomia_log *log = calloc(1, sizeof(*log));

	if (!log)
		return NULL;
	log->level = level;
	if (verifier_size) {
		// Not touched until the kernel writes to it, so a large one costs nothing.
		log->verifier = malloc(verifier_size);
		if (!log->verifier) {
			free(log);
			return NULL;
		}
		log->verifier[0] = 0;
		log->verifier_size = verifier_size;
	}
	return log;
}

// What libbpf printed, and what the kernel wrote when the last program (or BTF) did not load. Valid until the log is used again or freed.
const char *eunomia_log_text(struct eunomia_log *log)
{
	return log->text ? log->text : "";
}

const char *eunomia_log_verifier(struct eunomia_log *log)
{
	return log->verifier ? log->verifier : "";
}

void eunomia_log_free(struct eunomia_log *log)
{
	if (!log)
		return;
	free(log->verifier);
	free(log->text);
	free(log);
}

// The log has to live until the object is loaded, because the kernel writes into it then. `elf` is needed during this call only.
int eunomia_open(struct eunomia_log *log, const void *elf, size_t size, const char *name, const char *btf, struct bpf_object **out)
{
	LIBBPF_OPTS(bpf_object_open_opts, opts,
		.object_name = name,
		.relaxed_maps = true,
		.btf_custom_path = btf,
		.kernel_log_buf = log->verifier,
		.kernel_log_size = log->verifier_size);

	return POINTER(log, out, bpf_object__open_mem(elf, size, &opts));
}

int eunomia_load(struct eunomia_log *log, struct bpf_object *object)
{
	int error;

	current = log;
	error = bpf_object__load(object);
	current = NULL;
	return error;
}

int eunomia_section_type(struct eunomia_log *log, const char *section, int *type, int *attach_type)
{
	enum bpf_prog_type program = 0;
	enum bpf_attach_type attach = 0;
	int error;

	current = log;
	error = libbpf_prog_type_by_name(section, &program, &attach);
	current = NULL;
	*type = program;
	*attach_type = attach;
	return error;
}

// Loads `return 0` as a program of the type. libbpf's own probes say "no" for every error, EPERM included.
int eunomia_probe_program(int type, int attach_type, int btf_id)
{
	const struct bpf_insn program[] = {
		{ .code = BPF_ALU64 | BPF_MOV | BPF_K, .dst_reg = BPF_REG_0 },
		{ .code = BPF_JMP | BPF_EXIT },
	};
	LIBBPF_OPTS(bpf_prog_load_opts, opts, .expected_attach_type = attach_type, .attach_btf_id = btf_id);
	int fd = bpf_prog_load(type, "eunomia_probe", "GPL", program, sizeof(program) / sizeof(program[0]), &opts);

	if (fd < 0)
		return fd;
	close(fd);
	return 0;
}

int eunomia_attach(struct eunomia_log *log, struct bpf_program *program, struct bpf_link **out)
{
	return POINTER(log, out, bpf_program__attach(program));
}

int eunomia_attach_perf_event(struct eunomia_log *log, struct bpf_program *program, int fd, struct bpf_link **out)
{
	return POINTER(log, out, bpf_program__attach_perf_event(program, fd));
}

int eunomia_attach_kprobe(struct eunomia_log *log, struct bpf_program *program, int retprobe, const char *function, size_t offset,
			  struct bpf_link **out)
{
	LIBBPF_OPTS(bpf_kprobe_opts, opts, .retprobe = retprobe, .offset = offset);

	return POINTER(log, out, bpf_program__attach_kprobe_opts(program, function, &opts));
}

// pid: -1 for every process. function: NULL when `offset` is one into the file.
int eunomia_attach_uprobe(struct eunomia_log *log, struct bpf_program *program, int retprobe, int pid, const char *path,
			  const char *function, size_t offset, struct bpf_link **out)
{
	LIBBPF_OPTS(bpf_uprobe_opts, opts, .retprobe = retprobe, .func_name = function);

	return POINTER(log, out, bpf_program__attach_uprobe_opts(program, pid, path, offset, &opts));
}

int eunomia_attach_usdt(struct eunomia_log *log, struct bpf_program *program, int pid, const char *path, const char *provider,
			const char *name, struct bpf_link **out)
{
	return POINTER(log, out, bpf_program__attach_usdt(program, pid, path, provider, name, NULL));
}

int eunomia_attach_xdp(struct eunomia_log *log, struct bpf_program *program, int ifindex, struct bpf_link **out)
{
	return POINTER(log, out, bpf_program__attach_xdp(program, ifindex));
}

int eunomia_detach_clsact(int ifindex, int egress, int created, unsigned handle, unsigned priority)
{
	LIBBPF_OPTS(bpf_tc_hook, hook, .ifindex = ifindex, .attach_point = egress ? BPF_TC_EGRESS : BPF_TC_INGRESS);
	LIBBPF_OPTS(bpf_tc_opts, opts, .handle = handle, .priority = priority);
	int error = handle ? bpf_tc_detach(&hook, &opts) : 0;

	if (created) {
		hook.attach_point = BPF_TC_INGRESS | BPF_TC_EGRESS;
		bpf_tc_hook_destroy(&hook);
	}
	return error;
}

int eunomia_attach_tcx(struct eunomia_log *log, struct bpf_program *program, int ifindex, struct bpf_link **out)
{
#if LIBBPF_MAJOR_VERSION > 1 || LIBBPF_MINOR_VERSION >= 3
	return POINTER(log, out, bpf_program__attach_tcx(program, ifindex, NULL));
#else
	(void)log, (void)program, (void)ifindex, (void)out;
	return -EOPNOTSUPP;
#endif
}

// A filter of a clsact queueing discipline, for kernels without tcx. *created: whether the discipline is ours to take away again.
int eunomia_attach_clsact(struct eunomia_log *log, struct bpf_program *program, int ifindex, int egress, int *created, unsigned *handle,
			  unsigned *priority)
{
	LIBBPF_OPTS(bpf_tc_hook, hook, .ifindex = ifindex, .attach_point = egress ? BPF_TC_EGRESS : BPF_TC_INGRESS);
	LIBBPF_OPTS(bpf_tc_opts, opts, .prog_fd = bpf_program__fd(program));
	int error;

	current = log;
	error = bpf_tc_hook_create(&hook);
	*created = error == 0;
	if (error == 0 || error == -EEXIST)
		error = bpf_tc_attach(&hook, &opts);
	*handle = opts.handle;
	*priority = opts.priority;
	current = NULL;
	if (error && *created)
		eunomia_detach_clsact(ifindex, egress, 1, 0, 0);
	return error;
}

int eunomia_attach_cgroup(struct eunomia_log *log, struct bpf_program *program, int cgroup, struct bpf_link **out)
{
	return POINTER(log, out, bpf_program__attach_cgroup(program, cgroup));
}
