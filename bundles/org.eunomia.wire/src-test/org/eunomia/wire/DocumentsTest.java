package org.eunomia.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eunomia.core.LossLedger;
import org.eunomia.core.StartOptions;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerInfo;
import org.eunomia.core.TrackerStats;
import org.eunomia.core.UpdateReport;
import org.eunomia.core.VerifyReport;
import org.eunomia.wire.Documents.Unknown;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private static <T> T there(Class<T> type, Object value) throws Exception {
        return Documents.fromJson(type, Json.parse(Json.write(Documents.toJson(value))), Unknown.REFUSED);
    }

    private static Object json(String text) throws Exception {
        return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void trackersComeBackEqual() throws Exception {
        assertEquals(Samples.TRACKER, there(TrackerInfo.class, Samples.TRACKER));
    }

    @Test
    void reportsComeBackEqual() throws Exception {
        UpdateReport update = new UpdateReport(Samples.TRACKER, true, 95, Map.of(1, 10L, 2, 20L), 3, 0);
        assertEquals(update, there(UpdateReport.class, update));
        VerifyReport refused = new VerifyReport(false, List.of(new VerifyReport.Verdict("p", "xdp", false, 7, -1, "log\n")), List.of("n"), Samples.FAILURES.get(4));
        assertEquals(refused, there(VerifyReport.class, refused));
        VerifyReport accepted = new VerifyReport(true, List.of(), List.of(), null);
        assertEquals(accepted, there(VerifyReport.class, accepted));
        TrackerStats stats = new TrackerStats(new TrackerId(3), 1500, 0.5, 12.25, new LossLedger(5, Map.of("rb", 2L), Map.of("perf buffer x", 1L)),
                List.of(new TrackerStats.ProgramStats("p", 77, 12, 3456, 42)), List.of(new TrackerStats.MapStats("rb", "ringbuf", 9, 4096, 8192)));
        assertEquals(stats, there(TrackerStats.class, stats));
    }

    @Test
    void whatIsLeftOutIsEmpty() throws Exception {
        StartRequest request = Documents.fromJson(StartRequest.class, json("{'package':{}}"), Unknown.REFUSED);
        assertEquals(new StartRequest(Map.of(), "", Map.of(), Map.of(), Map.of(), Duration.ZERO, StartOptions.Budget.UNLIMITED, false, false), request);
    }

    @Test
    void durationsAreReadAsPeopleWriteThem() throws Exception {
        assertEquals(Duration.ofMinutes(10), Documents.fromJson(StartRequest.class, json("{'timeToLive':'10m'}"), Unknown.REFUSED).timeToLive());
        assertEquals(Duration.ofSeconds(90), Documents.fromJson(StartRequest.class, json("{'timeToLive':'PT1M30S'}"), Unknown.REFUSED).timeToLive());
    }

    @Test
    void wrongOnesAreRefusedWithTheirPlace() throws Exception {
        assertEquals("/params/pid", refusal("{'params':{'pid':7}}"));
        assertEquals("/persistent", refusal("{'persistent':'yes'}"));
        assertEquals("/mapEntries/rb", refusal("{'mapEntries':{'rb':4294967296}}"));
        assertEquals("/mapEntries/a~1b", refusal("{'mapEntries':{'a/b':1.5}}"));
        assertEquals("/budget", refusal("{'budget':[]}"));
        assertEquals("/budget/cpu", refusal("{'budget':{'cpu':1}}"));
        assertEquals("/timeToLive", refusal("{'timeToLive':'soon'}"));
        assertEquals("/labels/x", refusal("{'labels':{'x':null}}"));
        assertEquals("", refusal("[]"));
    }

    private static String refusal(String text) {
        return assertThrows(InvalidDocumentException.class, () -> Documents.fromJson(StartRequest.class, json(text), Unknown.REFUSED), text).pointer();
    }

    @Test
    void newerPeersMaySayMore() throws Exception {
        assertEquals("x", Documents.fromJson(StartRequest.class, json("{'name':'x','mood':'good'}"), Unknown.IGNORED).name());
    }
}
