// throughput PORT PID PACKAGE OBJECT ROUNDS EVENTS: what it costs to read EVENTS records as fast as one process makes them: with libbpf's ring_buffer__poll in C,
// with the daemon PID on PORT, and with that daemon while somebody reads them as lines of JSON. Turn by turn, so that all meet the same machine.
#include <bpf/libbpf.h>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include "../tools/peer.h"

enum { NOBODY, LIBBPF, DAEMON, LINES, KINDS };
static const char *names[] = {"nobody reads", "libbpf in C", "daemon", "daemon to NDJSON"};
static long events, seen;
static int port, daemon_pid;

// Makes the events, at most so many a second. Returns what one call took, in µs.
static double flood(long rate)
{
	double began = now();

	for (long i = 0; i < events; i++) {
		syscall(SYS_setpriority, 99, i, 0);
		if (rate && i % 100 == 0)
			while (now() - began < i * 1e3 / rate)
				usleep(500);
	}
	return (now() - began) * 1e3 / events;
}

static int take(void *context, void *data, size_t size)
{
	seen++;
	return 0;
}

static double used(int who)
{
	struct rusage u;

	getrusage(who, &u);
	return u.ru_utime.tv_sec + u.ru_stime.tv_sec + (u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

// CPU seconds of another process so far.
static double used_by(int pid)
{
	char name[50], text[2000];
	unsigned long user, system;

	sprintf(name, "/proc/%d/stat", pid);
	text[read_file(name, text, sizeof(text) - 1)] = 0;
	if (sscanf(strrchr(text, ')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2)
		fail(name);
	return (double)(user + system) / sysconf(_SC_CLK_TCK);
}

struct result { double cpu, call; long lost; };

static void read_by_libbpf(const char *file, int ready, int done)
{
	struct bpf_object *object = bpf_object__open_file(file, NULL);
	struct result r = {0};
	char byte = 0;

	if (!object || bpf_object__load(object) || !bpf_program__attach(bpf_object__next_program(object, NULL)))
		_exit(1);
	struct ring_buffer *ring = ring_buffer__new(bpf_map__fd(bpf_object__find_map_by_name(object, "rb")), take, NULL, NULL);
	double before = used(RUSAGE_SELF);

	write(ready, &byte, 1);
	// Not by counting empty polls: they return at once while a record is reserved and not yet submitted.
	for (double last = now(); !seen || now() - last < 500; )
		if (ring_buffer__poll(ring, 100) > 0)
			last = now();
	r.cpu = used(RUSAGE_SELF) - before;
	r.lost = events - seen;
	write(done, &r, sizeof(r));
	_exit(0);
}

static struct result by_libbpf(const char *file, long rate)
{
	int ready[2], done[2];
	struct result r;
	char byte;

	if (pipe(ready) || pipe(done))
		fail("no pipe");
	int child = fork();

	if (!child)
		read_by_libbpf(file, ready[1], done[1]);
	close(ready[1]);
	if (read(ready[0], &byte, 1) != 1)
		fail("libbpf does not load it");
	double call = flood(rate);

	if (read(done[0], &r, sizeof(r)) != sizeof(r))
		fail("libbpf does not read it");
	waitpid(child, NULL, 0);
	close(ready[0]);
	close(done[0]);
	close(done[1]);
	r.call = call;
	return r;
}

static void *read_lines(void *path)
{
	static char part[1 << 16];
	int s = dial(port);
	char request[200];
	long n = sprintf(request, "GET %s/events HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", (char *)path);

	write(s, request, n);
	while ((n = read(s, part, sizeof(part))) > 0) { }
	close(s);
	return NULL;
}

static struct result by_daemon(const char *package, int size, int lines, long rate)
{
	struct result r;
	pthread_t reader;
	char path[50], line[100];

	connection = dial(port);
	call("POST /v1/trackers", package, size);
	sprintf(path, "/v1/trackers/%ld", number("id"));
	if (lines)
		pthread_create(&reader, NULL, read_lines, path);
	usleep(100000);
	double before = used_by(daemon_pid);

	r.call = flood(rate);
	sprintf(line, "GET %s/losses", path);
	long delivered = -1, last;
	do {
		last = delivered;
		usleep(lines ? 400000 : 100000);
		call(line, "", 0);
		delivered = number("delivered");
	} while (delivered < events && delivered != last);
	r.lost = events - delivered;
	r.cpu = used_by(daemon_pid) - before;
	sprintf(line, "DELETE %s", path);
	call(line, "", 0);
	close(connection);
	if (lines)
		pthread_join(reader, NULL);
	return r;
}

// CPU seconds of the daemon while a tracker that sees nothing runs for `seconds`, or no tracker at all.
static double idle(const char *package, int size, int seconds)
{
	char line[100];
	long tracker = 0;

	connection = dial(port);
	if (package) {
		call("POST /v1/trackers", package, size);
		tracker = number("id");
	}
	sleep(2);
	double before = used_by(daemon_pid);

	sleep(seconds);
	double took = used_by(daemon_pid) - before;

	sprintf(line, "DELETE /v1/trackers/%ld", tracker);
	if (package)
		call(line, "", 0);
	close(connection);
	return took;
}

// CPU seconds per million events that were read.
static double cost(const struct result *r)
{
	return r->cpu * 1e6 / (events - r->lost);
}

static int by_cost(const void *a, const void *b)
{
	double x = cost(a), y = cost(b);

	return compare(&x, &y);
}

static void compete(const char *package, int size, const char *object, int rounds, long rate)
{
	struct result all[KINDS][100];

	for (int i = -1; i < rounds; i++)
		for (int kind = 0; kind < KINDS; kind++) {
			struct result r = kind == NOBODY ? (struct result){.call = flood(rate)} : kind == LIBBPF ? by_libbpf(object, rate) : by_daemon(package, size, kind == LINES, rate);

			if (i >= 0)
				all[kind][i] = r;
		}
	for (int kind = 0; kind < KINDS; kind++)
		qsort(all[kind], rounds, sizeof(struct result), by_cost);
	double peer = cost(&all[LIBBPF][rounds / 2]);

	for (int kind = 0; kind < KINDS; kind++) {
		struct result *r = &all[kind][rounds / 2];

		printf("%-18s", names[kind]);
		if (kind != NOBODY)
			printf("%6.2f s CPU for a million events, %.2f of libbpf's; ", cost(r), cost(r) / peer);
		if (!rate)
			printf("traced call %.2f µs; ", r->call);
		printf("lost %.1f %%\n", 100. * r->lost / events);
	}
}

int main(int argc, char **argv)
{
	static char package[1 << 20];
	int size = argc == 7 ? read_file(argv[3], package, sizeof(package)) : 0, rounds = size ? atoi(argv[5]) : 0;

	if (rounds < 1 || rounds > 100)
		return 2;
	port = atoi(argv[1]);
	daemon_pid = atoi(argv[2]);
	events = atol(argv[6]);
	libbpf_set_print(NULL);
	setlinebuf(stdout);
	printf("CPU of the daemon in 20 s: %.2f s without a tracker, %.2f s with one that sees nothing\n", idle(NULL, 0, 20), idle(package, size, 20));
	printf("as fast as it goes (medians of %d)\n", rounds);
	compete(package, size, argv[4], rounds, 0);
	events = events > 400000 ? 400000 : events;
	printf("at 200,000 a second\n");
	compete(package, size, argv[4], rounds, 200000);
	return 0;
}
