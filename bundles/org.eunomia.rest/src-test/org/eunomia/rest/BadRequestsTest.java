package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eunomia.rest.Daemon.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What should not be sent, sent over real sockets. Whatever it is, it gets a status and changes nothing. */
@Timeout(60)
class BadRequestsTest {
    private static final Limits TIGHT = new Limits(64 << 10, 8 << 10, Duration.ofSeconds(2), Duration.ofSeconds(1), 64, 200, 400, 2, 2, 2);
    private static final String HEAD = "Host: localhost\r\nAuthorization: Bearer operator\r\n";

    @RegisterExtension
    final Daemon daemon = new Daemon(TIGHT, Daemon.tokens());

    @AfterEach
    void nothingChanged() throws Exception {
        assertEquals(List.of(), daemon.service.list());
        assertEquals(200, daemon.get("/v1/trackers").status());
    }

    /** @return the status line and what follows, until the server closes */
    private String send(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", daemon.port())) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException e) {
                // It may have answered and closed before all was sent.
            }
            return all(socket.getInputStream());
        }
    }

    private static String all(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            in.transferTo(out);
        } catch (SocketException e) {
            // closed with something of ours unread
        }
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private void refused(int status, String request) throws IOException {
        String answer = send(request);
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), () -> request.lines().findFirst().orElse("") + " -> " + answer.lines().findFirst().orElse("(nothing)"));
        if (status != 204) assertTrue(answer.contains("application/problem+json"), answer);
    }

    private static String get(String path, String... headers) {
        return "GET " + path + " HTTP/1.1\r\n" + HEAD + "Connection: close\r\n" + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList()) + "\r\n";
    }

    private static String post(String path, String body) {
        return "POST " + path + " HTTP/1.1\r\n" + HEAD + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Test
    void wrongTypesAndShapes() throws Exception {
        for (String body : List.of("", " ", "{", "{}", "[]", "null", "7", "\"x\"", "{\"package\":7}", "{\"package\":{}}", "{\"package\":{\"format\":\"eunomia/1\"}}", "{\"package\":\"\"}",
                "{\"package\":{},\"packages\":{}}", "{\"package\":{},\"params\":[]}", "{\"package\":{},\"name\":7}", "{\"a\":1,\"a\":2}", "\u0000\u0001", "{\"package\":" + "[".repeat(5000))) {
            refused(400, post("/v1/trackers", body));
            refused(400, post("/v1/verify", body));
        }
    }

    @Test
    void hugeBodies() throws Exception {
        refused(413, "POST /v1/trackers HTTP/1.1\r\n" + HEAD + "Content-Length: 99999999999\r\n\r\n{");
        refused(413, post("/v1/trackers", " ".repeat(100_000)));
        refused(413, "POST /v1/trackers HTTP/1.1\r\n" + HEAD + "Transfer-Encoding: chunked\r\n\r\n" + ("8000\r\n" + " ".repeat(0x8000) + "\r\n").repeat(4) + "0\r\n\r\n");
    }

    @Test
    void hugeHeadersAndPaths() throws Exception {
        refused(431, get("/v1/trackers", "X: " + "x".repeat(20_000)));
        refused(414, get("/" + "x".repeat(20_000)));
    }

    @Test
    void slowBodies() throws Exception {
        refused(408, "POST /v1/trackers HTTP/1.1\r\n" + HEAD + "Content-Length: 100\r\n\r\n{\"pack");
    }

    @Test
    void bodiesThatTrickle() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", daemon.port())) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(("POST /v1/trackers HTTP/1.1\r\n" + HEAD + "Content-Length: 1000\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            byte[] answer = new byte[12];
            int got = 0;
            for (int i = 0; i < 200 && got < 12; i++) {
                try {
                    socket.getOutputStream().write(' ');
                    int n = socket.getInputStream().read(answer, got, 12 - got);
                    if (n < 0) break;
                    got += n;
                } catch (SocketTimeoutException e) {
                    // nothing yet: the next byte
                }
            }
            assertEquals("HTTP/1.1 408", new String(answer, 0, got, StandardCharsets.ISO_8859_1));
        }
    }

    @Test
    void headsThatTrickle() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", daemon.port())) {
            socket.setSoTimeout(100);
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            boolean closed = false;
            while (!closed) {
                assertTrue(System.nanoTime() < deadline, "the server waits for ever");
                try {
                    socket.getOutputStream().write('x');
                    closed = socket.getInputStream().read() < 0;
                } catch (SocketTimeoutException e) {
                    // nothing yet: the next byte
                } catch (SocketException e) {
                    closed = true;
                }
            }
        }
    }

    @Test
    void halfSentRequests() throws Exception {
        for (String half : List.of("GET", "GET /v1/trackers HTTP/1.1\r\nHost: loc", "POST /v1/trackers HTTP/1.1\r\n" + HEAD + "Content-Length: 10\r\n\r\n{")) {
            try (Socket socket = new Socket("127.0.0.1", daemon.port())) {
                socket.getOutputStream().write(half.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                socket.setSoTimeout(20_000);
                String answer = all(socket.getInputStream());
                assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400"), answer);
            }
        }
    }

    @Test
    void whatIsNoHttp() throws Exception {
        for (String text : List.of("\r\n\r\nhello\r\n\r\n", "GET /v1/trackers\r\n\r\n", "GET /v1/trackers HTTP/9.9\r\n\r\n", "GET /v1/tr ackers HTTP/1.1\r\n" + HEAD + "\r\n",
                "GET /v1/trackers HTTP/1.1\r\nHost: localhost\r\nHost: other\r\n\r\n", "GET /v1/trackers HTTP/1.1\r\nAuthorization: Bearer operator\r\n\r\n",
                "POST /v1/trackers HTTP/1.1\r\n" + HEAD + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}", "POST /v1/trackers HTTP/1.1\r\n" + HEAD + "Content-Length: -1\r\n\r\n",
                "POST /v1/trackers HTTP/1.1\r\n" + HEAD + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /v1/trackers HTTP/1.1\r\n" + HEAD + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n")) {
            String answer = send(text);
            assertTrue(answer.matches("(?s)HTTP/1\\.[01] (400|505|426) .*"), () -> text + " -> " + answer);
        }
    }

    @Test
    void wrongTokensAndRoles() throws Exception {
        assertEquals(401, daemon.call("", "GET", "/v1/trackers", null).status());
        assertEquals(401, daemon.call("nobody", "GET", "/v1/trackers", null).status());
        refused(401, "GET /v1/trackers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic b3BlcmF0b3I6\r\n\r\n");
        refused(401, "GET /v1/trackers HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer viewer\r\nAuthorization: Bearer operator\r\n\r\n");
        refused(401, "GET /v1/trackers?token=operator HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        for (String[] change : new String[][] {{"POST", "/v1/trackers"}, {"DELETE", "/v1/trackers/1"}, {"PUT", "/v1/trackers/1/package"}, {"POST", "/v1/verify"}, {"POST", "/start"},
                {"POST", "/stop"}, {"DELETE", "/v1/trackers/1/maps/counts"}, {"PUT", "/v1/trackers/1/maps/counts/1"}, {"DELETE", "/v1/trackers/1/maps/counts/1"}}) {
            Answer viewer = daemon.call("viewer", change[0], change[1], Daemon.sample("sample.json"));
            assertEquals(403, viewer.status(), change[1]);
            assertEquals("role operator", viewer.at("/capability"));
            assertEquals(401, daemon.call("", change[0], change[1], Daemon.sample("sample.json")).status(), change[1]);
        }
    }

    @Test
    void refusalsTellThatTheConnectionEndsWhenTheBodyIsNotThereYet() throws Exception {
        String head = "POST /v1/shell HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer operator\r\nContent-Length: 15\r\n\r\n";
        assertTrue(send(head).matches("(?s)HTTP/1\\.1 403 .*\r\n(?i:connection): close\r\n.*"));
        String whole = send(head + "{\"line\":\"list\"}" + get("/healthz"));
        assertTrue(whole.matches("(?s)HTTP/1\\.1 403 .*HTTP/1\\.1 200 .*"), whole);
    }

    @Test
    void shellIsForAdmins() throws Exception {
        byte[] line = "{\"line\":\"list\"}".getBytes(StandardCharsets.UTF_8);
        assertEquals(403, daemon.call("operator", "POST", "/v1/shell", line).status());
        assertEquals("ran list\n", daemon.call("admin", "POST", "/v1/shell", line).at("/output"));
    }

    @Test
    void unknownPathsSayNothingToStrangers() throws Exception {
        assertEquals(401, daemon.call("", "GET", "/v1/nothing", null).status());
        assertEquals(404, daemon.get("/v1/nothing").status());
        assertEquals(404, daemon.get("/").status());
        Answer method = daemon.call("viewer", "POST", "/list", new byte[0]);
        assertEquals(405, method.status());
        assertEquals("GET", method.headers().get("allow").getFirst());
    }

    @Test
    void pathTricks() throws Exception {
        for (String path : List.of("/v1/../../etc/passwd", "/v1/trackers/..%2f..%2fetc", "/v1/trackers/%2e%2e/x", "/v1//trackers", "/v1/trackers/", "/v1/trackers/1;x=y", "/v1/trackers/%",
                "/v1/trackers/%zz", "/v1/trackers/%c0%ae", "/v1/trackers/%00", "/v1/trackers/-1", "/v1/trackers/99999999999999999999", "/v1/trackers/1%20", "/healthz/../v1/trackers/x", "*",
                "/V1/trackers", "//v1/trackers", "/v1/trackers/\u00ff", "/v1/trackers#/healthz", "http://other.test/v1/trackers/x")) {
            String answer = send(get(path));
            assertTrue(answer.matches("(?s)HTTP/1\\.1 (400|403|404) .*"), () -> path + " -> " + answer);
        }
    }

    @Test
    void pagesThatPointTheirNameHere() throws Exception {
        refused(403, "GET /v1/trackers HTTP/1.1\r\nHost: evil.test:8527\r\nAuthorization: Bearer operator\r\nConnection: close\r\n\r\n");
        refused(403, "GET /healthz HTTP/1.1\r\nHost: localhost.evil.test\r\nConnection: close\r\n\r\n");
        refused(403, get("/v1/trackers", "Origin: https://evil.test"));
        refused(403, get("/v1/trackers", "Origin: null"));
        refused(403, get("/v1/trackers", "Sec-Fetch-Site: cross-site"));
        assertTrue(send("GET /healthz HTTP/1.1\r\nHost: [::1]:8527\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1 200"));
        assertTrue(send("GET /healthz HTTP/1.1\r\nHost: DAEMON.test\r\nConnection: close\r\n\r\n").startsWith("HTTP/1.1 200"));
        String allowed = send(get("/v1/trackers", "Origin: https://console.test"));
        assertTrue(allowed.startsWith("HTTP/1.1 200") && allowed.contains("Access-Control-Allow-Origin: https://console.test"), allowed);
        String preflight = send("OPTIONS /v1/trackers HTTP/1.1\r\nHost: localhost\r\nOrigin: https://console.test\r\nConnection: close\r\n\r\n");
        assertTrue(preflight.startsWith("HTTP/1.1 204"), preflight);
        refused(403, "OPTIONS /v1/trackers HTTP/1.1\r\nHost: localhost\r\nOrigin: https://evil.test\r\nConnection: close\r\n\r\n");
    }

    @Test
    void queriesThatNobodyAskedFor() throws Exception {
        refused(400, get("/v1/trackers?sate=running"));
        refused(400, get("/v1/trackers?state=running&state=failed"));
        refused(400, get("/v1/trackers?state=asleep"));
        refused(400, get("/v1/trackers?state=%ff"));
    }

    @Test
    void encodedBodies() throws Exception {
        refused(415, "POST /v1/trackers HTTP/1.1\r\n" + HEAD + "Connection: close\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}");
    }
}
