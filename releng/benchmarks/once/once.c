// once OBJECT: what a program with libbpf does to show one event: loads OBJECT, attaches it, waits for the first record, ends.
#include <bpf/libbpf.h>
#include <unistd.h>

static int records;

static int take(void *context, void *data, size_t size)
{
	return records++;
}

int main(int argc, char **argv)
{
	struct bpf_object *object = argc == 2 ? bpf_object__open_file(argv[1], NULL) : NULL;

	if (!object || bpf_object__load(object) || !bpf_program__attach(bpf_object__next_program(object, NULL)))
		return 1;
	struct ring_buffer *ring = ring_buffer__new(bpf_map__fd(bpf_object__find_map_by_name(object, "rb")), take, NULL, NULL);

	while (!records)
		ring_buffer__poll(ring, 10);
	_exit(0);
}
