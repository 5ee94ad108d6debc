package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Failure;
import org.eunomia.rest.Daemon.Answer;
import org.eunomia.wire.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrackersTest {
    @RegisterExtension
    final Daemon daemon = new Daemon();

    private static String text(String resource) {
        return new String(Daemon.sample(resource), StandardCharsets.UTF_8);
    }

    @Test
    void startsShowsListsAndStops() throws Exception {
        Answer started = daemon.call("operator", "POST", "/v1/trackers", Daemon.sample("sample.json"));
        assertEquals(201, started.status(), started.text());
        assertEquals("/v1/trackers/1", started.headers().get("location").getFirst());
        assertEquals("running", started.at("/state"));
        assertEquals("sample", started.at("/name"));
        assertEquals(1L, daemon.get("/v1/trackers").at("/trackers/0/id"));
        assertEquals(started.json(), daemon.get("/v1/trackers/1").json());
        assertEquals(204, daemon.call("operator", "DELETE", "/v1/trackers/1", null).status());
        assertEquals("stopped", daemon.get("/v1/trackers/1").at("/state"));
        assertEquals(List.of(), daemon.get("/v1/trackers?state=running").at("/trackers"));
        assertEquals(204, daemon.call("operator", "DELETE", "/v1/trackers/1", null).status());
    }

    @Test
    void takesOptionsAroundThePackage() throws Exception {
        Answer started = daemon.post("/v1/trackers", "{'name':'mine','params':{'target_pid':7},'labels':{'team':'a'},'timeToLive':'1h','package':" + text("sample.json") + "}");
        assertEquals(201, started.status(), started.text());
        assertEquals("mine", started.at("/name"));
        assertEquals(Map.of("team", "a"), started.at("/options/labels"));
        assertEquals("PT1H", started.at("/options/timeToLive"));
    }

    @Test
    void takesOptionsInTheQuery() throws Exception {
        Answer started = daemon.call("operator", "POST", "/v1/trackers?name=mine&param.target_pid=7&label.team=a", Daemon.sample("sample.json"));
        assertEquals(201, started.status(), started.text());
        assertEquals("mine", started.at("/name"));
        assertEquals("a", started.at("/options/labels/team"));
        assertEquals(400, daemon.call("operator", "POST", "/v1/trackers?param.target_pid=x", Daemon.sample("sample.json")).status());
        assertEquals("param-invalid", kind(daemon.call("operator", "POST", "/v1/trackers?param.targte_pid=7", Daemon.sample("sample.json")), "not-found", "param-invalid"));
    }

    private static String kind(Answer answer, String... oneOf) {
        String kind = String.valueOf(answer.at("/type")).replace("urn:eunomia:problem:", "");
        return List.of(oneOf).contains(kind) ? oneOf[oneOf.length - 1] : kind;
    }

    @Test
    void findsTrackersByName() throws Exception {
        daemon.start();
        assertEquals(1L, daemon.get("/v1/trackers/sample").at("/id"));
        Answer none = daemon.get("/v1/trackers/smaple");
        assertEquals(404, none.status());
        assertEquals(List.of("sample"), none.at("/suggestions"));
    }

    @Test
    void failuresComeBackEqual() throws Exception {
        Failure refused = new Failure.VerifierRejected("handle_nice", 13, "R1 invalid mem access 'scalar'", "sample.bpf.c", 41, "return *p;", "check it", "0: (b7) r0 = 0\n");
        daemon.kernel.refuse(refused);
        Answer answer = daemon.call("operator", "POST", "/v1/trackers", Daemon.sample("sample.json"));
        assertEquals(422, answer.status());
        assertEquals("application/problem+json", answer.headers().get("content-type").getFirst());
        assertEquals(refused, Problem.fromJson(answer.json()));
        assertEquals(List.of(), daemon.get("/v1/trackers").at("/trackers"));
    }

    @Test
    void replacesAPackage() throws Exception {
        long id = daemon.start();
        Answer report = daemon.call("operator", "PUT", "/v1/trackers/" + id + "/package?carryMaps=true", Daemon.sample("sample.json"));
        assertEquals(200, report.status(), report.text());
        assertEquals(2L, report.at("/tracker/generation"));
        Answer settled = daemon.get("/v1/trackers/" + id + "/update?wait=10s");
        assertEquals(true, settled.at("/settled"), settled.text());
    }

    @Test
    void anUpdateMayBringAnotherBudget() throws Exception {
        long id = daemon.start();
        String request = "{\"package\":" + text("sample.json") + ",\"budget\":{\"eventsPerSecond\":1000}}";
        Answer report = daemon.call("operator", "PUT", "/v1/trackers/" + id + "/package", request.getBytes(StandardCharsets.UTF_8));
        assertEquals(200, report.status(), report.text());
        assertEquals(1000L, daemon.get("/v1/trackers/" + id).at("/options/budget/eventsPerSecond"));
    }

    @Test
    void aGenerationThatFailsLeavesTheOldOne() throws Exception {
        long id = daemon.start();
        daemon.kernel.refuse(new Failure.LoadFailed("map rb", 22, "Invalid argument", "", ""));
        assertEquals(422, daemon.call("operator", "PUT", "/v1/trackers/" + id + "/package", Daemon.sample("sample.json")).status());
        assertEquals(1L, daemon.get("/v1/trackers/" + id).at("/generation"));
        assertEquals("running", daemon.get("/v1/trackers/" + id).at("/state"));
    }

    @Test
    void verifiesWithoutStarting() throws Exception {
        Answer good = daemon.call("operator", "POST", "/v1/verify", Daemon.sample("sample.json"));
        assertEquals(true, good.at("/accepted"), good.text());
        assertEquals(42L, good.at("/programs/0/instructions"));
        daemon.kernel.refuse(new Failure.VerifierRejected("handle_nice", 13, "no", "sample.bpf.c", 41, "x", "", "log"));
        Answer bad = daemon.call("operator", "POST", "/v1/verify", Daemon.sample("sample.json"));
        assertEquals(200, bad.status());
        assertEquals(false, bad.at("/accepted"));
        assertEquals("verifier-rejected", bad.at("/refusal/kind"));
        assertEquals(41L, bad.at("/refusal/line"));
        daemon.kernel.refuse(null);
        assertEquals(List.of(), daemon.get("/v1/trackers").at("/trackers"));
    }

    @Test
    void tellsLayoutsAndLosses() throws Exception {
        long id = daemon.start();
        Answer schema = daemon.get("/v1/trackers/" + id + "/schema");
        assertTrue(schema.text().contains("\"cName\":\"char[16]\""), schema.text());
        daemon.kernel.fire(FakeKernel.event(1, 2, "x"));
        assertEquals(200, daemon.get("/v1/trackers/" + id + "/events?count=1").status());
        assertEquals(1L, daemon.get("/v1/trackers/" + id + "/losses").at("/delivered"));
    }

    @Test
    void changesAreAudited() throws Exception {
        long id = daemon.start();
        daemon.call("operator", "DELETE", "/v1/trackers/" + id, null);
        daemon.call("operator", "DELETE", "/v1/trackers/99", null);
        daemon.get("/v1/trackers");
        List<String> changes = List.copyOf(daemon.changes);
        assertEquals(3, changes.size(), changes::toString);
        assertTrue(changes.get(0).matches("token:operator start sample [0-9a-f]{8} ok"), changes.get(0));
        assertEquals("token:operator stop 1 - ok", changes.get(1));
        assertEquals("token:operator stop 99 - no tracker '99'", changes.get(2));
    }

    @Test
    void tellsOfItself() throws Exception {
        daemon.start();
        Answer info = daemon.get("/v1/info");
        assertEquals("1.2.3", info.at("/version"));
        assertEquals("token:viewer", info.at("/caller"));
        assertEquals("viewer", info.at("/role"));
        assertEquals(1L, info.at("/trackers"));
        assertNotNull(info.headers().get("operation-id"));
        assertEquals("ok\n", daemon.call("", "GET", "/healthz", null).text());
        assertEquals(200, daemon.call("", "GET", "/readyz", null).status());
        daemon.missing = List.of("BTF of the kernel");
        Answer ready = daemon.call("", "GET", "/readyz", null);
        assertEquals(503, ready.status());
        assertEquals("BTF of the kernel", ready.at("/missing/0"));
        String metrics = daemon.get("/metrics").text();
        assertTrue(metrics.contains("\neunomia_trackers 1\n"), metrics);
        assertTrue(metrics.contains("eunomia_http_requests_total{route=\"startTracker\",status=\"201\"} 1"), metrics);
    }
}
