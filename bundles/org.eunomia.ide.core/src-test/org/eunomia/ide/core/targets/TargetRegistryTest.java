package org.eunomia.ide.core.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.junit.jupiter.api.Test;

class TargetRegistryTest {
    private final MemoryStore store = new MemoryStore();
    private final ScriptedTarget side = new ScriptedTarget();
    private final TargetRegistry registry = new TargetRegistry(store, side);

    @Test
    void hasTheLocalTargetFirstAndKeepsTheOthers() throws Exception {
        Target a = registry.add("a", "https://a", TargetSecrets.NONE);
        Target b = registry.add("b", "https://b", TargetSecrets.NONE);
        assertEquals(List.of(Target.LOCAL, a, b), registry.list());
        assertEquals(List.of(Target.LOCAL, a, b), new TargetRegistry(store, side).list());
        registry.remove(a);
        registry.remove(Target.LOCAL);
        assertEquals(List.of(Target.LOCAL, b), registry.list());
    }

    @Test
    void opensAServiceOnceForAllWhoAsk() throws Exception {
        assertFalse(registry.isOpen(Target.LOCAL));
        TrackerService service = registry.service(Target.LOCAL);
        assertSame(service, registry.service(Target.LOCAL));
        assertEquals(1, side.opened.get());
        assertTrue(registry.isOpen(Target.LOCAL));
        registry.close();
        assertEquals(1, side.ended.get());
    }

    @Test
    void aChangedTargetGetsAnotherService() throws Exception {
        Target target = registry.add("a", "https://a", TargetSecrets.NONE);
        TrackerService first = registry.service(target);
        List<String> told = new ArrayList<>();
        registry.addListener(new TargetRegistry.Listener() {
            @Override
            public void added(Target t) {
                told.add("added " + t.endpoint());
            }

            @Override
            public void removed(Target t) {
                told.add("removed " + t.endpoint());
            }

            @Override
            public void changed(Target t) {
                told.add("changed " + t.endpoint());
            }
        });
        registry.change(new Target(target.id(), "a", Target.Kind.REMOTE, "https://other"), new TargetSecrets("t", "", "", ""));
        assertEquals(1, side.ended.get());
        assertNotSame(first, registry.service(target));
        assertEquals("https://other", registry.find(target.id()).orElseThrow().endpoint());
        assertEquals("t", registry.secrets(target).token());
        registry.remove(target);
        assertEquals(List.of("changed https://other", "removed https://a"), told);
        assertEquals(TargetSecrets.NONE, store.secrets(target));
    }

    @Test
    void namesAreGivenOnce() throws Exception {
        Target a = registry.add("a", "https://a", TargetSecrets.NONE);
        assertInstanceOf(Failure.Conflict.class, assertThrows(OperationFailedException.class, () -> registry.add("a", "https://b", TargetSecrets.NONE)).failure());
        assertInstanceOf(Failure.Conflict.class, assertThrows(OperationFailedException.class, () -> registry.add("Local", "https://b", TargetSecrets.NONE)).failure());
        registry.change(a, TargetSecrets.NONE);
        assertEquals(2, registry.list().size());
    }

    @Test
    void aTargetThatIsNotKnownHasNoService() {
        Target foreign = new Target("x", "x", Target.Kind.REMOTE, "https://x");
        assertInstanceOf(Failure.NotFound.class, assertThrows(OperationFailedException.class, () -> registry.service(foreign)).failure());
    }
}
