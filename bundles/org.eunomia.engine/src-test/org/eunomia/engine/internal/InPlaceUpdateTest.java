package org.eunomia.engine.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.eunomia.core.EventReader;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.UpdateReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Generations on hooks that take one program only. */
class InPlaceUpdateTest {
    private static final String PORT = "xdp/1";
    private static final String OTHER_PORT = "xdp/2";
    private static final String HOOK = "tp/x";
    private final FakeObjectLoader kernel = new FakeObjectLoader()
            .with("one", FakeObjectLoader.Shape.empty().ring("rb", 1 << 16).program("first", PORT).program("second", OTHER_PORT).program("handle", HOOK))
            .with("two", FakeObjectLoader.Shape.empty().ring("rb", 1 << 16).program("handle", HOOK).program("renamed", PORT).program("second", OTHER_PORT));
    private final Engine engine = new Engine(kernel);
    private final StartSpec one = StartSpec.of(Packages.of("one", Packages.ring("rb")));
    private final StartSpec two = StartSpec.of(Packages.of("two", Packages.ring("rb")));

    @AfterEach
    void leavesNothing() {
        engine.close();
        assertEquals(List.of(), kernel.residue());
    }

    private List<Integer> generationsThatSee(EventReader reader, String section, int count) throws Exception {
        kernel.fire(section, FakeObject.number(7));
        return Reading.take(reader, count).stream().map(e -> e.generation()).toList();
    }

    @Test
    void takesThePlaceOfTheOldPrograms() throws Exception {
        TrackerId id = engine.start(one).id();
        EventReader reader = engine.events(id, 0);
        assertEquals(List.of(1), generationsThatSee(reader, PORT, 1));
        engine.update(id, two, false);
        UpdateReport report = engine.lastUpdate(id, Reading.DEADLINE);
        assertEquals(Map.of(1, 1L, 2, 0L), report.records());
        for (String section : List.of(PORT, OTHER_PORT, HOOK)) assertEquals(List.of(2), generationsThatSee(reader, section, 1));
    }

    @Test
    void staysExchangeable() throws Exception {
        TrackerId id = engine.start(one).id();
        EventReader reader = engine.events(id, 0);
        for (int generation = 2; generation < 10; generation++) {
            engine.update(id, generation % 2 == 0 ? two : one, false);
            assertEquals(List.of(generation), generationsThatSee(reader, PORT, 1));
        }
    }

    @Test
    void givesPlacesBackWhenALaterOneCannotBeHad() throws Exception {
        TrackerId id = engine.start(one).id();
        EventReader reader = engine.events(id, 0);
        for (String step : List.of("attach handle", "replace renamed", "replace second")) {
            kernel.failAt(step);
            assertThrows(OperationFailedException.class, () -> engine.update(id, two, false), step);
            kernel.failNoMore();
            for (String section : List.of(PORT, OTHER_PORT, HOOK)) assertEquals(List.of(1), generationsThatSee(reader, section, 1), step);
        }
        engine.update(id, two, false);
        assertEquals(List.of(2), generationsThatSee(reader, PORT, 1));
    }

    @Test
    void leavesAHookOfAnotherTrackerAlone() throws Exception {
        kernel.with("three", FakeObjectLoader.Shape.empty().ring("rb", 1 << 16).program("handle", HOOK));
        engine.start(one);
        TrackerId id = engine.start(StartSpec.of(Packages.of("three", Packages.ring("rb")))).id();
        EventReader reader = engine.events(id, 0);
        assertThrows(OperationFailedException.class, () -> engine.update(id, two, false));
        assertEquals(List.of(1), generationsThatSee(reader, HOOK, 1));
    }
}
