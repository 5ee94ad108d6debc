// starts PORT PACKAGE OBJECT ROUNDS WARMING-UP: how long it takes from the request to the first event when the daemon on PORT starts PACKAGE, and how
// long libbpf takes from opening OBJECT, which is the one in PACKAGE, to its first record. Turn by turn, so that both meet the same machine.
#include <arpa/inet.h>
#include <bpf/libbpf.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static char answer[1 << 20];
static int connection, answered, records;

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

static void fail(const char *what)
{
	fprintf(stderr, "starts: %s\n%.500s\n", what, answer);
	exit(1);
}

static int dial(int port)
{
	struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	int yes = 1, s = socket(AF_INET, SOCK_STREAM, 0);

	if (connect(s, (void *)&to, sizeof(to)))
		fail("nobody listens");
	setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
	return s;
}

static void send_request(const char *line, const char *content, int size)
{
	static char request[1 << 20];
	int n = sprintf(request, "%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n", line, size);

	answered = answer[0] = 0;
	memcpy(request + n, content, size);
	if (write(connection, request, n + size) != n + size)
		fail("the daemon does not read");
}

static void read_on(void)
{
	int got = read(connection, answer + answered, sizeof(answer) - 1 - answered);

	if (got <= 0)
		fail("the daemon hung up");
	answered += got;
	answer[answered] = 0;
}

// What follows the head, or NULL while that is not here.
static char *body(void)
{
	char *end = strstr(answer, "\r\n\r\n");

	return end ? end + 4 : NULL;
}

static int whole(void)
{
	char *length = strstr(answer, "Content-Length: ");

	return body() && answer + answered - body() >= (length && length < body() ? atoi(length + 16) : 0);
}

static int last_chunk(void)
{
	return !strcmp(answer + answered - 5, "0\r\n\r\n");
}

static double by_daemon(const char *package, int size)
{
	char line[100];
	double took, began = now();

	send_request("POST /v1/trackers", package, size);
	while (!whole())
		read_on();
	char *id = strstr(body(), "\"id\":");

	if (!id)
		fail("it does not start");
	int tracker = atoi(id + 5);

	sprintf(line, "GET /v1/trackers/%d/events?count=1", tracker);
	send_request(line, "", 0);
	while (!body() || !strchr(body(), '{'))
		read_on();
	took = now() - began;
	while (!last_chunk())
		read_on();
	sprintf(line, "DELETE /v1/trackers/%d", tracker);
	send_request(line, "", 0);
	while (!whole())
		read_on();
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

static int compare(const void *a, const void *b)
{
	double difference = *(const double *)a - *(const double *)b;

	return difference < 0 ? -1 : difference > 0;
}

int main(int argc, char **argv)
{
	static char package[1 << 20];
	FILE *in = argc == 6 ? fopen(argv[2], "r") : NULL;
	int rounds = in ? atoi(argv[4]) : 0;

	if (rounds < 1)
		return 2;
	int size = fread(package, 1, sizeof(package), in);
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
