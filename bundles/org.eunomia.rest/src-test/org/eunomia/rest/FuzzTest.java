package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests made by chance out of parts that mean something, over real sockets, for as long as {@code eunomia.fuzz} says (seconds; 5 if nothing). */
@Timeout(3600)
class FuzzTest {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "get", "");
    private static final List<String> PARTS = List.of("v1", "trackers", "1", "99", "sample", "maps", "counts", "cpus", "rb", "7", "events?count=1", "schema", "losses", "stats", "package", "update",
            "symbolize", "verify", "compile", "hooks?kind=syscall", "events?count=1&maps=100ms", "shell", "info", "list", "start", "stop", "healthz", "..", "%2e%2e", "%00", "", "{}", "\u00e9", "?state=running", "?raw=true", "?", "%", ";a=b");
    private static final List<String> HEADERS = List.of("Content-Length: 5", "Transfer-Encoding: chunked", "Expect: 100-continue", "Connection: close", "Upgrade: h2c", "Accept: text/event-stream",
            "Content-Type: text/plain", "Content-Encoding: gzip", "Origin: null", "Range: bytes=0-1", "X: \u0001", ": x", "Authorization: Bearer operator", "Last-Event-ID: 7", "Host: a");
    private static final List<String> VALUES = List.of("{}", "[]", "null", "1", "-1", "1e400", "\"\"", "\"x\"", "{\"package\":", "\"params\":{\"target_pid\":1}", "\"args\":[\"{}\"]", "\"id\":1",
            "\"name\":\"hotupdate\"", "}", "]", ",", "\"calls\":1", "\"addresses\":[1]", "\u0000", "99999999999999999999999");

    @RegisterExtension
    final Daemon daemon = new Daemon(new Limits(1 << 20, 8 << 10, Duration.ofSeconds(1), Duration.ofMillis(300), 256, 100_000, 100_000, 4, 16, 2), Daemon.tokens());

    private final Random random = new Random(8527);

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private byte[] request() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] body = body();
        StringBuilder head = new StringBuilder(any(METHODS)).append(' ');
        for (int n = 1 + random.nextInt(6); n > 0; n--) head.append('/').append(any(PARTS));
        head.append(" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ").append(any(List.of("viewer", "operator", "admin", "x"))).append("\r\n");
        for (int n = random.nextInt(3); n > 0; n--) head.append(any(HEADERS)).append("\r\n");
        if (random.nextInt(5) > 0) head.append("Content-Length: ").append(body.length).append("\r\n");
        head.append("Connection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        byte[] whole = out.toByteArray();
        for (int n = random.nextInt(8) - 5; n > 0; n--) whole[random.nextInt(whole.length)] = (byte) random.nextInt(256);
        return random.nextInt(10) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole;
    }

    private byte[] body() {
        if (random.nextInt(4) == 0) {
            byte[] sample = Daemon.sample(random.nextBoolean() ? "sample.json" : "seed-start-body.json");
            for (int n = random.nextInt(4); n > 0; n--) sample[random.nextInt(sample.length)] = (byte) random.nextInt(256);
            return sample;
        }
        StringBuilder body = new StringBuilder(random.nextBoolean() ? "{" : "");
        for (int n = random.nextInt(6); n > 0; n--) body.append(any(VALUES));
        return body.append(random.nextBoolean() ? "}" : "").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** @return the status, 0 for a connection that was closed without an answer */
    private int send(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", daemon.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            byte[] line = in.readNBytes(12);
            return line.length < 12 ? 0 : Integer.parseInt(new String(line, 9, 3, StandardCharsets.ISO_8859_1));
        } catch (SocketException e) {
            return 0;
        }
    }

    @Test
    void noRequestBreaksTheServer() throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(Long.getLong("eunomia.fuzz", 5)).toNanos();
        Map<Integer, Integer> statuses = new TreeMap<>();
        int sent = 0;
        for (; System.nanoTime() < end; sent++) {
            byte[] request = request();
            int status = send(request);
            statuses.merge(status, 1, Integer::sum);
            assertTrue(status < 500 || status == 501 || status == 505, () -> status + " for " + new String(request, StandardCharsets.ISO_8859_1));
            if (!daemon.broken.isEmpty()) throw new AssertionError(new String(request, StandardCharsets.ISO_8859_1), daemon.broken.peek());
        }
        assertTrue(statuses.size() > 5, statuses::toString);
        assertEquals(200, daemon.get("/v1/trackers").status());
    }
}
