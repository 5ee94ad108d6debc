// direct OBJECT ROUNDS: opens, loads and attaches OBJECT with libbpf until its first record is there, and prints how long that took.
#include <bpf/libbpf.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static int records;

static int take(void *context, void *data, size_t size)
{
	records++;
	return 0;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static int compare(const void *a, const void *b)
{
	double difference = *(const double *)a - *(const double *)b;

	return difference < 0 ? -1 : difference > 0;
}

int main(int argc, char **argv)
{
	int rounds = argc == 3 ? atoi(argv[2]) : 0;
	double *took = calloc(rounds + 1, sizeof(*took));

	libbpf_set_print(NULL);
	if (rounds < 1)
		return 2;
	for (int i = 0; i < rounds; i++) {
		double began = now();
		struct bpf_object *object = bpf_object__open_file(argv[1], NULL);

		if (!object || bpf_object__load(object))
			return 1;
		struct bpf_link *link = bpf_program__attach(bpf_object__next_program(object, NULL));
		struct ring_buffer *ring = ring_buffer__new(bpf_map__fd(bpf_object__find_map_by_name(object, "rb")), take, NULL, NULL);

		if (!link || !ring)
			return 1;
		for (records = 0; !records;)
			ring_buffer__poll(ring, 10);
		took[i] = now() - began;
		ring_buffer__free(ring);
		bpf_link__destroy(link);
		bpf_object__close(object);
	}
	qsort(took, rounds, sizeof(*took), compare);
	printf("libbpf in C     p50 %6.1f ms   p99 %6.1f ms   %d starts\n", took[rounds / 2], took[rounds * 99 / 100], rounds);
	return 0;
}
