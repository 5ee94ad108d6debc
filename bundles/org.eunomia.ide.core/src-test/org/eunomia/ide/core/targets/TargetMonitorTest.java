package org.eunomia.ide.core.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TargetMonitorTest {
    private final ScriptedTarget side = new ScriptedTarget();
    private final TargetRegistry registry = new TargetRegistry(new MemoryStore(), side);
    private final TargetMonitor monitor = new TargetMonitor(registry,
            new TargetMonitor.Timing(Duration.ofMillis(20), Duration.ofMillis(300), Duration.ofMillis(900), Duration.ofMillis(40)));
    private Target target;
    private TargetMonitor.Watching watching;

    @BeforeEach
    void watch() throws Exception {
        target = registry.add("far", "https://far", TargetSecrets.NONE);
        side.trackers.add(ScriptedTarget.tracker(1, TrackerInfo.State.RUNNING));
        watching = monitor.watch();
    }

    @AfterEach
    void stop() {
        watching.close();
    }

    private TargetState await(Predicate<TargetState> wanted) throws InterruptedException {
        CountDownLatch seen = new CountDownLatch(1);
        TargetState[] found = new TargetState[1];
        Runnable look = () -> {
            TargetState state = monitor.state(target);
            if (seen.getCount() == 0 || !wanted.test(state)) return;
            found[0] = state;
            seen.countDown();
        };
        monitor.addListener(t -> look.run());
        look.run();
        assertTrue(seen.await(20, TimeUnit.SECONDS), () -> "still " + monitor.state(target));
        return found[0];
    }

    private void fail(Failure failure) {
        side.before = () -> {
            throw new OperationFailedException(failure);
        };
    }

    @Test
    void tellsTrackersWithTheirRatesAndLosses() throws Exception {
        TargetState state = await(s -> !s.trackers().isEmpty() && s.trackers().getFirst().eventsPerSecond() > 0);
        assertEquals(TargetState.Reach.READY, state.reach());
        assertEquals("t1", state.trackers().getFirst().info().name());
        assertEquals(3, state.trackers().getFirst().losses().lost());
    }

    @Test
    void tellsOfATargetThatRefusesOrIsGoneAndComesBack() throws Exception {
        fail(new Failure.Unauthenticated("no token", "give one"));
        assertEquals("give one", await(s -> s.reach() == TargetState.Reach.REFUSED).failure().orElseThrow().hint());
        fail(new Failure.Unavailable("daemon", "nothing listens there", ""));
        TargetState gone = await(s -> s.reach() == TargetState.Reach.UNREACHABLE);
        assertFalse(gone.isCurrent());
        side.before = () -> null;
        monitor.refresh(target);
        await(s -> s.reach() == TargetState.Reach.READY && s.failure().isEmpty());
    }

    @Test
    void aTargetThatHangsIsSlowFirstAndThenNotWaitedFor() throws Exception {
        await(s -> s.reach() == TargetState.Reach.READY);
        CountDownLatch never = new CountDownLatch(1);
        side.before = () -> {
            never.await();
            return null;
        };
        assertEquals(1, await(s -> s.reach() == TargetState.Reach.SLOW).trackers().size());
        assertTrue(await(s -> s.reach() == TargetState.Reach.UNREACHABLE).failure().orElseThrow().summary().contains("no answer"));
    }

    @Test
    void doesNotOpenTheLocalRuntimeForBeingAsked() throws Exception {
        TargetState far = await(s -> s.reach() == TargetState.Reach.READY);
        assertEquals(1, far.trackers().size());
        target = Target.LOCAL;
        if (new LocalHost(System.getenv()).mayLoad()) {
            TargetState here = await(s -> !s.host().kernel().isEmpty());
            assertEquals(TargetState.Reach.IDLE, here.reach());
            assertEquals(System.getProperty("os.version"), here.host().kernel());
            assertEquals(1, side.opened.get());
        }
    }

    @Test
    void asksNobodyWhenNobodyLooks() throws Exception {
        await(s -> s.reach() == TargetState.Reach.READY);
        watching.close();
        assertEquals(TargetState.UNKNOWN, monitor.state(target));
        assertEquals(List.of(Target.LOCAL, target), registry.list());
    }
}
