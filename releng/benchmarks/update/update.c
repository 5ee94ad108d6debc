// update PORT PACKAGE OBJECT ROUNDS WARMING-UP: how long the daemon on PORT takes to replace the package of a running tracker, beside a C program that loads and
// attaches OBJECT anew with libbpf and then lets the old one go. Turn by turn, so that both meet the same machine.
#include <bpf/libbpf.h>
#include "../tools/peer.h"

struct generation {
	struct bpf_object *object;
	struct bpf_link *link;
};

static struct generation generation(const char *file)
{
	struct generation g = {bpf_object__open_file(file, NULL)};

	if (!g.object || bpf_object__load(g.object))
		fail("libbpf does not load it");
	g.link = bpf_program__attach(bpf_object__next_program(g.object, NULL));
	if (!g.link)
		fail("libbpf does not attach it");
	return g;
}

static void let_go(struct generation g)
{
	bpf_link__destroy(g.link);
	bpf_object__close(g.object);
}

static void show(const char *what, double *ours, double *theirs, int rounds)
{
	int half = rounds / 2, most = rounds * 99 / 100;

	qsort(ours, rounds, sizeof(*ours), compare);
	qsort(theirs, rounds, sizeof(*theirs), compare);
	printf("%s\n  daemon over HTTP  p50 %7.2f ms  p99 %7.2f ms\n  libbpf in C       p50 %7.2f ms  p99 %7.2f ms\n  ratio             p50 %7.2f     p99 %7.2f     (%d updates each)\n",
	       what, ours[half], ours[most], theirs[half], theirs[most], ours[half] / theirs[half], ours[most] / theirs[most], rounds);
}

int main(int argc, char **argv)
{
	static char package[1 << 20];
	int size = argc == 6 ? read_file(argv[2], package, sizeof(package)) : 0, rounds = size ? atoi(argv[4]) : 0;
	char tracker[50], replace[100], report[100];

	if (rounds < 1)
		return 2;
	double *ours = calloc(rounds, sizeof(double)), *theirs = calloc(rounds, sizeof(double));
	double *ours_whole = calloc(rounds, sizeof(double)), *theirs_whole = calloc(rounds, sizeof(double));
	long lost = 0;

	libbpf_set_print(NULL);
	connection = dial(atoi(argv[1]));
	call("POST /v1/trackers", package, size);
	sprintf(tracker, "/v1/trackers/%ld", number("id"));
	sprintf(replace, "PUT %s/package", tracker);
	sprintf(report, "GET %s/update?wait=10s", tracker);
	struct generation running = generation(argv[3]);

	for (int i = -atoi(argv[5]); i < rounds; i++) {
		double began = now();

		call(replace, package, size);
		double replaced = now();

		call(report, "", 0);
		double settled = now();

		lost += number("lost");
		if (i < 0)
			continue;
		ours[i] = replaced - began;
		ours_whole[i] = settled - began;
		began = now();
		struct generation next = generation(argv[3]);

		theirs[i] = now() - began;
		let_go(running);
		theirs_whole[i] = now() - began;
		running = next;
	}
	let_go(running);
	sprintf(report, "DELETE %s", tracker);
	call(report, "", 0);
	show("until the new generation is attached", ours, theirs, rounds);
	show("until the old one is gone, too", ours_whole, theirs_whole, rounds);
	printf("records lost: %ld\n", lost);
	return 0;
}
