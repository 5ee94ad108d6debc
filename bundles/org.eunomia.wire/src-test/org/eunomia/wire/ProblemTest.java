package org.eunomia.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eunomia.core.Failure;
import org.junit.jupiter.api.Test;

class ProblemTest {
    @Test
    void everyFailureComesBackEqual() throws Exception {
        for (Failure f : Samples.FAILURES) assertEquals(f, Problem.fromJson(Json.parse(Json.write(Problem.toJson(f, 422)))));
    }

    @Test
    void samplesAreComplete() {
        Set<Class<?>> sampled = Samples.FAILURES.stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(Failure.class.getPermittedSubclasses()), sampled);
    }

    @Test
    void saysWhatHappenedInOneLine() {
        for (Failure f : Samples.FAILURES) {
            Map<String, Object> problem = Problem.toJson(f, 422);
            assertEquals(f.summary(), problem.get("detail"));
            assertEquals(422L, problem.get("status"));
            assertEquals(f.hint().isEmpty() ? Set.of() : Set.of(f.hint()), problem.get("hint") == null || "".equals(problem.get("hint")) ? Set.of() : Set.of(problem.get("hint")));
        }
    }

    @Test
    void typesAreDistinct() {
        assertEquals(Failure.class.getPermittedSubclasses().length,
                Arrays.stream(Failure.class.getPermittedSubclasses()).map(c -> Problem.type(c.asSubclass(Failure.class))).distinct().count());
    }

    @Test
    void foreignProblemsAreNotMistaken() {
        assertThrows(InvalidDocumentException.class, () -> Problem.fromJson(Map.of("type", "about:blank", "title", "Bad Gateway")));
        assertThrows(InvalidDocumentException.class, () -> Problem.fromJson("error"));
        assertThrows(InvalidDocumentException.class, () -> Problem.fromJson(Map.of("type", "urn:eunomia:problem:mood")));
    }
}
