package org.eunomia.rest.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.HookKind;
import org.eunomia.core.Hooks;
import org.eunomia.core.OperationFailedException;
import org.eunomia.rest.Role;
import org.eunomia.rest.internal.Route.Body;
import org.eunomia.wire.Documents;
import org.eunomia.wire.Lists;

/** What trackers can attach to here. For operators, since it tells the names in any file of the host, and nobody else can use it. */
final class HookRoutes {
    private static final String USUAL_LIMIT = "100";
    private static final Map<String, String> QUERY = Map.of(
            "kind", "tracepoint, raw-tracepoint, syscall, kprobe, fentry, lsm, iterator, cgroup, library or uprobe",
            "filter", "words that all have to occur in the name, * for anything; with the kind uprobe behind a path and a colon",
            "limit", "at most so many, " + USUAL_LIMIT + " by default, " + Hooks.MOST + " at most");
    private final Trackers trackers;

    HookRoutes(Trackers trackers) {
        this.trackers = trackers;
    }

    List<Route> routes() {
        return List.of(new Route("GET", "/v1/hooks", Optional.of(Role.OPERATOR), "listHooks", "What trackers can attach to", QUERY, null,
                Map.of(200, Body.json(Hooks.class, "those that fit best, and how many match"), 422, TrackerRoutes.problem("there is no such program or library"),
                        501, TrackerRoutes.problem("this kernel has none of that kind")), this::hooks));
    }

    private void hooks(Exchange x) throws OperationFailedException, IOException {
        HookKind kind = Starts.document(Lists.HookQuery.class, Map.of("kind", x.query("kind").orElseThrow(() -> Exchange.invalid("kind", "it is missing")))).kind();
        x.json(200, Documents.toJson(trackers.service().hooks(kind, x.query("filter").orElse(""), limit(x.query("limit").orElse(USUAL_LIMIT)))));
    }

    private static int limit(String text) throws OperationFailedException {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > Hooks.MOST) throw Exchange.invalid("limit", "a number from 0 to " + Hooks.MOST + " is wanted");
        return Integer.parseInt(text);
    }
}
