// What the benchmarks share: time, order, and one connection to a daemon.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static char answer[1 << 20];
static int connection, answered;

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

static void fail(const char *what)
{
	fprintf(stderr, "benchmark: %s\n%.500s\n", what, answer);
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

__attribute__((unused)) static int last_chunk(void)
{
	return !strcmp(answer + answered - 5, "0\r\n\r\n");
}

// Sends a request and waits for all of its answer.
static char *call(const char *line, const char *content, int size)
{
	send_request(line, content, size);
	while (!whole())
		read_on();
	return body();
}

// The number after "name": in the answer.
static long number(const char *name)
{
	char member[100];

	sprintf(member, "\"%s\":", name);
	char *found = body() ? strstr(body(), member) : NULL;

	if (!found)
		fail(name);
	return atol(found + strlen(member));
}

static int read_file(const char *name, char *to, int most)
{
	FILE *in = fopen(name, "r");

	return in ? fread(to, 1, most, in) : 0;
}
