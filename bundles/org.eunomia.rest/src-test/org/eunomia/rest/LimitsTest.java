package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.rest.Daemon.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LimitsTest {
    @RegisterExtension
    final Daemon daemon = new Daemon(new Limits(1 << 20, 8 << 10, Duration.ofSeconds(5), Duration.ofSeconds(5), 64, 10, 20, 2, 2, 2), Daemon.tokens());

    @Test
    void requestsThatComeTooFastAreRefusedUntilTheyDoNot() throws Exception {
        int refused = 0;
        for (int i = 0; i < 60; i++) if (daemon.get("/v1/info").status() == 429) refused++;
        assertTrue(refused >= 10, refused + " were refused");
        Answer other = daemon.call("admin", "GET", "/v1/info", null);
        assertEquals(200, other.status(), "others are not held up");
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (daemon.get("/v1/info").status() == 429) assertTrue(System.nanoTime() < deadline, "still refused after 10 s");
    }

    @Test
    void trackersAreBounded() throws Exception {
        daemon.start();
        daemon.start();
        Answer third = daemon.call("operator", "POST", "/v1/trackers", Daemon.sample("sample.json"));
        assertEquals(429, third.status());
        assertEquals("urn:eunomia:problem:too-many", third.at("/type"));
        assertEquals("1", third.headers().get("retry-after").getFirst());
        assertEquals(429, daemon.call("operator", "POST", "/start", Daemon.sample("seed-start-body.json")).status());
        daemon.call("operator", "DELETE", "/v1/trackers/1", null);
        daemon.start();
    }

    @Test
    void guessingTokensIsSlow() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 80; i++) statuses.add(daemon.call("guess" + i, "GET", "/v1/info", null).status());
        assertEquals(401, statuses.getFirst());
        assertEquals(429, statuses.getLast());
        assertEquals(200, daemon.get("/v1/info").status(), "who has one gets in");
    }
}
