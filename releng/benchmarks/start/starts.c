// starts PORT PACKAGE OBJECT ROUNDS WARMING-UP: how long it takes from the request to the first event when the daemon on PORT starts PACKAGE, and how
// long libbpf takes from opening OBJECT, which is the one in PACKAGE, to its first record. Turn by turn, so that both meet the same machine.
#include <bpf/libbpf.h>
#include "../tools/peer.h"

static int records;

static double by_daemon(const char *package, int size)
{
	char line[100];
	double took, began = now();

	call("POST /v1/trackers", package, size);
	int tracker = number("id");

	sprintf(line, "GET /v1/trackers/%d/events?count=1", tracker);
	send_request(line, "", 0);
	while (!body() || !strchr(body(), '{'))
		read_on();
	took = now() - began;
	while (!last_chunk())
		read_on();
	sprintf(line, "DELETE /v1/trackers/%d", tracker);
	call(line, "", 0);
	return took;
}

static int take(void *context, void *data, size_t size)
{
	records++;
	return 0;
}

static double by_libbpf(const char *file)
{
	double took, began = now();
	struct bpf_object *object = bpf_object__open_file(file, NULL);

	if (!object || bpf_object__load(object))
		fail("libbpf does not load it");
	struct bpf_link *link = bpf_program__attach(bpf_object__next_program(object, NULL));
	struct ring_buffer *ring = ring_buffer__new(bpf_map__fd(bpf_object__find_map_by_name(object, "rb")), take, NULL, NULL);

	if (!link || !ring)
		fail("libbpf does not attach it");
	for (records = 0; !records;)
		ring_buffer__poll(ring, 10);
	took = now() - began;
	ring_buffer__free(ring);
	bpf_link__destroy(link);
	bpf_object__close(object);
	return took;
}

int main(int argc, char **argv)
{
	static char package[1 << 20];
	int size = argc == 6 ? read_file(argv[2], package, sizeof(package)) : 0, rounds = size ? atoi(argv[4]) : 0;

	if (rounds < 1)
		return 2;
	double *ours = calloc(rounds, sizeof(*ours)), *theirs = calloc(rounds, sizeof(*theirs));

	libbpf_set_print(NULL);
	connection = dial(atoi(argv[1]));
	for (int i = -atoi(argv[5]); i < rounds; i++) {
		double took = by_daemon(package, size);

		if (i < 0)
			continue;
		ours[i] = took;
		theirs[i] = by_libbpf(argv[3]);
	}
	qsort(ours, rounds, sizeof(*ours), compare);
	qsort(theirs, rounds, sizeof(*theirs), compare);
	int half = rounds / 2, most = rounds * 99 / 100;

	printf("daemon over HTTP  p50 %7.2f ms  p99 %7.2f ms\nlibbpf in C       p50 %7.2f ms  p99 %7.2f ms\nratio             p50 %7.2f     p99 %7.2f     (%d starts each)\n",
	       ours[half], ours[most], theirs[half], theirs[most], ours[half] / theirs[half], ours[most] / theirs[most], rounds);
	return 0;
}
