package org.eunomia.rest.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.MapEntry;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerId;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.rest.Role;
import org.eunomia.rest.internal.Route.Body;
import org.eunomia.wire.Documents;
import org.eunomia.wire.EntryForm;
import org.eunomia.wire.Lists;

/** Entries of maps, typed or as bytes. */
final class MapRoutes {
    private static final Optional<Role> VIEWER = Optional.of(Role.VIEWER);
    private static final Optional<Role> OPERATOR = Optional.of(Role.OPERATOR);
    private static final Map<String, String> FORM = Map.of("raw", "keys and values as bytes: in base64, a key in a path in hexadecimal");
    private final Trackers trackers;

    MapRoutes(Trackers trackers) {
        this.trackers = trackers;
    }

    List<Route> routes() {
        Body none = TrackerRoutes.problem("there is no such tracker, map or entry");
        Body ended = TrackerRoutes.problem("the tracker has ended");
        String key = "/v1/trackers/{id}/maps/{map}/{key}";
        return List.of(
                new Route("GET", "/v1/trackers/{id}/maps", VIEWER, "listMaps", "The maps of a tracker", Map.of(), null,
                        Map.of(200, Body.json(Lists.Maps.class, "the maps"), 404, none), this::maps),
                new Route("GET", "/v1/trackers/{id}/maps/{map}", VIEWER, "readMap", "All entries of a map", FORM, null,
                        Map.of(200, Body.json(Lists.Entries.class, "the entries"), 404, none, 409, ended), this::entries),
                new Route("DELETE", "/v1/trackers/{id}/maps/{map}", OPERATOR, "clearMap", "Removes all entries of a map, or zeroes those of an array", Map.of(), null,
                        Map.of(204, Body.none("it is empty"), 404, none, 409, ended), this::clear),
                new Route("GET", key, VIEWER, "readEntry", "One entry; the key is JSON, or plain text where that is none", FORM, null,
                        Map.of(200, Body.json(Lists.Entry.class, "the entry"), 404, none, 409, ended), this::entry),
                new Route("PUT", key, OPERATOR, "writeEntry", "Sets an entry", FORM, Body.json(Object.class, "the value"),
                        Map.of(204, Body.none("it is set"), 404, none, 409, ended), this::put),
                new Route("DELETE", key, OPERATOR, "deleteEntry", "Removes an entry", FORM, null,
                        Map.of(204, Body.none("it is gone"), 404, none, 409, ended), this::delete));
    }

    private MapSpec map(Exchange x, TrackerId id) throws OperationFailedException {
        List<MapSpec> maps = trackers.service().show(id).maps();
        return maps.stream().filter(m -> m.name().equals(x.path("map"))).findFirst().orElseThrow(() -> new OperationFailedException(
                new Failure.NotFound("map", x.path("map"), Nearest.to(x.path("map"), maps.stream().map(MapSpec::name).toList()))));
    }

    private void maps(Exchange x) throws OperationFailedException, IOException {
        x.json(200, Documents.toJson(new Lists.Maps(trackers.service().show(trackers.find(x.path("id"))).maps())));
    }

    private void entries(Exchange x) throws OperationFailedException, IOException {
        TrackerId id = trackers.find(x.path("id"));
        MapSpec map = map(x, id);
        List<MapEntry> entries = trackers.service().entries(id, map.name());
        if (x.flag("raw")) {
            x.json(200, Documents.toJson(new Lists.RawEntries(entries.stream().map(e -> new Lists.RawEntry(e.key(), e.value())).toList())));
            return;
        }
        EntryForm form = new EntryForm(map);
        List<Lists.Entry> typed = new ArrayList<>();
        for (MapEntry e : entries) typed.add(new Lists.Entry(form.key(e.key()), form.value(e.value())));
        x.json(200, Documents.toJson(new Lists.Entries(map.name(), typed)));
    }

    private void clear(Exchange x) throws OperationFailedException, IOException {
        x.changes("map-clear", x.path("id"));
        TrackerId id = trackers.find(x.path("id"));
        trackers.service().clear(id, map(x, id).name());
        x.answer(204, "", new byte[0]);
    }

    private void entry(Exchange x) throws OperationFailedException, IOException {
        TrackerId id = trackers.find(x.path("id"));
        MapSpec map = map(x, id);
        EntryForm form = new EntryForm(map);
        byte[] key = form.keyOf(x.path("key"), x.flag("raw"));
        byte[] value = trackers.service().lookup(id, map.name(), key).orElseThrow(() -> none(x));
        x.json(200, Documents.toJson(x.flag("raw") ? new Lists.RawEntry(key, value) : new Lists.Entry(form.key(key), form.value(value))));
    }

    private void put(Exchange x) throws OperationFailedException, HttpFailureException, IOException {
        x.changes("map-put", x.path("id"));
        TrackerId id = trackers.find(x.path("id"));
        MapSpec map = map(x, id);
        EntryForm form = new EntryForm(map);
        byte[] key = form.keyOf(x.path("key"), x.flag("raw"));
        trackers.service().put(id, map.name(), key, x.flag("raw") ? bytes(x.json()) : form.valueOf(x.json()));
        x.answer(204, "", new byte[0]);
    }

    private static byte[] bytes(Object json) throws OperationFailedException {
        try {
            return Base64.getDecoder().decode((String) json);
        } catch (ClassCastException | IllegalArgumentException e) {
            throw Exchange.invalid("body", "a string in base64 is wanted");
        }
    }

    private void delete(Exchange x) throws OperationFailedException, IOException {
        x.changes("map-delete", x.path("id"));
        TrackerId id = trackers.find(x.path("id"));
        MapSpec map = map(x, id);
        if (!trackers.service().remove(id, map.name(), new EntryForm(map).keyOf(x.path("key"), x.flag("raw")))) throw none(x);
        x.answer(204, "", new byte[0]);
    }

    private static OperationFailedException none(Exchange x) {
        return new OperationFailedException(new Failure.NotFound("entry", x.path("key"), List.of()));
    }
}
