package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eunomia.rest.Daemon.Answer;
import org.eunomia.wire.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MapsTest {
    @RegisterExtension
    final Daemon daemon = new Daemon();
    private String maps;

    @BeforeEach
    void start() throws Exception {
        maps = "/v1/trackers/" + daemon.start() + "/maps";
    }

    private Answer put(String path, String json) throws Exception {
        return daemon.call("operator", "PUT", maps + path, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private Answer delete(String path) throws Exception {
        return daemon.call("operator", "DELETE", maps + path, null);
    }

    @Test
    void writesReadsAndDeletesTypedEntries() throws Exception {
        assertEquals(204, put("/counts/42", "{'calls':18446744073709551615,'mood':'MOOD_BAD'}").status());
        assertEquals(204, put("/counts/7", "{'calls':1}").status());
        Answer one = daemon.get(maps + "/counts/42");
        assertEquals(Map.of("calls", new BigInteger("18446744073709551615"), "mood", "MOOD_BAD"), one.at("/value"));
        assertEquals(42L, one.at("/key"));
        Answer all = daemon.get(maps + "/counts");
        assertEquals(List.of(42L, 7L), List.of(all.at("/entries/0/key"), all.at("/entries/1/key")));
        assertEquals(0L, all.at("/entries/1/value/mood"));
        assertEquals(204, delete("/counts/42").status());
        assertEquals(404, delete("/counts/42").status());
        assertEquals(404, daemon.get(maps + "/counts/42").status());
        assertEquals(204, delete("/counts").status());
        assertEquals(List.of(), daemon.get(maps + "/counts").at("/entries"));
    }

    @Test
    void whatIsReadCanBeWritten() throws Exception {
        put("/counts/1", "{'calls':3,'mood':'MOOD_GOOD'}");
        String value = new String(Json.write(daemon.get(maps + "/counts/1").at("/value")), StandardCharsets.UTF_8);
        assertEquals(204, put("/counts/2", value).status());
        assertEquals(daemon.get(maps + "/counts/1").at("/value"), daemon.get(maps + "/counts/2").at("/value"));
    }

    @Test
    void perCpuValuesAreLists() throws Exception {
        assertEquals(List.of(0L, 0L), daemon.get(maps + "/cpus/0").at("/value"));
        assertEquals(204, put("/cpus/0", "[5,6]").status());
        assertEquals(List.of(5L, 6L), daemon.get(maps + "/cpus/0").at("/value"));
        assertEquals(400, put("/cpus/0", "5").status());
    }

    @Test
    void valuesThatDoNotFitAreRefused() throws Exception {
        for (String bad : List.of("{'calls':-1}", "{'cals':1}", "[]", "'x'", "null", "{'mood':'SOMBRE'}", "{'calls':1.5}", "{'calls':18446744073709551616}", "")) {
            assertEquals(400, put("/counts/1", bad).status(), bad);
        }
        assertEquals(400, put("/counts/4294967296", "{}").status());
        assertEquals(400, put("/counts/abc", "{}").status());
        assertEquals("value", put("/counts/1", "{'calls':-1}").at("/place"));
        assertEquals(List.of(), daemon.get(maps + "/counts").at("/entries"));
    }

    @Test
    void rawFormIsBytes() throws Exception {
        assertEquals(204, put("/counts/01000000?raw=true", "'AQAAAAAAAAACAAAAAAAAAA=='").status());
        assertEquals("MOOD_BAD", daemon.get(maps + "/counts/1").at("/value/mood"));
        assertEquals("AQAAAAAAAAACAAAAAAAAAA==", daemon.get(maps + "/counts?raw=true").at("/entries/0/value"));
        assertEquals("AQAAAA==", daemon.get(maps + "/counts/01000000?raw").at("/key"));
        assertEquals(400, put("/counts/0100?raw=true", "'AQ=='").status());
        assertEquals(400, put("/counts/01000000?raw=true", "'not base64!'").status());
        assertEquals(400, daemon.get(maps + "/counts/xyz?raw=true").status());
    }

    @Test
    void keysMayBeAnyJson() throws Exception {
        assertEquals(204, put("/counts/" + URLEncoder.encode("{\"value\":9}", StandardCharsets.UTF_8), "{'calls':2}").status());
        assertEquals(2L, daemon.get(maps + "/counts/9").at("/value/calls"));
    }

    @Test
    void mapsAreListedAndMissesNameNearOnes() throws Exception {
        Answer list = daemon.get(maps);
        assertEquals(3, ((List<?>) list.at("/maps")).size());
        Answer miss = daemon.get(maps + "/count");
        assertEquals(404, miss.status());
        assertEquals("counts", miss.at("/suggestions/0"));
    }
}
