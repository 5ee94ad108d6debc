package org.eunomia.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eunomia.core.Failure;
import org.eunomia.rest.Daemon.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The transcript of 0.1.0. */
class OldCallsTest {
    @RegisterExtension
    final Daemon daemon = new Daemon();

    private Answer start() throws Exception {
        return daemon.call("operator", "POST", "/start", Daemon.sample("seed-start-body.json"), "Content-Type", "application/x-www-form-urlencoded");
    }

    @Test
    void answersInFlatArraysWithTheRealId() throws Exception {
        assertEquals("[\"status\",\"ok\",\"list\",[]]", daemon.get("/list").text());
        Answer started = start();
        assertEquals("[\"status\",\"ok\",\"id\",1]", started.text());
        assertEquals("text/plain", started.headers().get("content-type").getFirst());
        assertEquals("[\"status\",\"ok\",\"list\",[[1,\"hotupdate\"]]]", daemon.get("/list").text());
        assertEquals("[\"status\",\"ok\"]", daemon.post("/stop", "{'id':1}").text());
        assertEquals("[\"status\",\"ok\",\"list\",[]]", daemon.get("/list").text());
    }

    @Test
    void stopsWhatIsNotThereToo() throws Exception {
        assertEquals("[\"status\",\"ok\"]", daemon.post("/stop", "{'id':77}").text());
    }

    @Test
    void unknownTrackersAreErrors() throws Exception {
        Answer answer = daemon.post("/start", "{'name':'syscount','args':[],'export_handlers':[]}");
        assertEquals(200, answer.status());
        assertEquals("[\"status\",\"error\"]", answer.text());
    }

    @Test
    void whatIsNoRequestIsNotFound() throws Exception {
        for (String body : new String[] {"", "{", "[]", "7"}) {
            Answer answer = daemon.post("/start", body);
            assertEquals(404, answer.status());
            assertEquals("", answer.text());
        }
        for (String body : new String[] {"", "{}", "{'id':'1'}", "{'id':1.5}"}) assertEquals(404, daemon.post("/stop", body).status());
    }

    @Test
    void whatDoesNotLoadIsAnErrorAndInNoList() throws Exception {
        daemon.kernel.refuse(new Failure.LoadFailed("hotupdate", 22, "Invalid argument", "", ""));
        Answer answer = start();
        assertEquals(422, answer.status());
        assertEquals("[\"status\",\"error\",\"message\",\"cannot load hotupdate: Invalid argument\"]", answer.text());
        daemon.kernel.refuse(null);
        assertEquals("[\"status\",\"ok\",\"list\",[]]", daemon.get("/list").text());
        assertEquals(400, daemon.post("/start", "{'name':'hotupdate','args':['{}']}").status());
        assertEquals(400, daemon.post("/start", "{'name':'hotupdate','args':[]}").status());
    }

    @Test
    void takesAPackageAloneAsItsSuccessorsDid() throws Exception {
        Answer answer = daemon.call("operator", "POST", "/start", Daemon.sample("sample.json"));
        assertEquals("[\"status\",\"ok\",\"id\",1]", answer.text());
        assertTrue(daemon.get("/list").text().contains("[1,\"sample\"]"));
    }
}
