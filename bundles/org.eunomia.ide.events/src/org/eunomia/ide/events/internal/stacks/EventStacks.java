package org.eunomia.ide.events.internal.stacks;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.view.Symbols;
import org.eunomia.ide.events.internal.model.EventKind;
import org.eunomia.ide.events.internal.model.EventStore;
import org.eunomia.ide.events.internal.model.EventWindow;
import org.eunomia.ide.events.internal.model.Row;

/** Adds up the stacks in the events of a store, from its oldest on. Asks for symbols, so used by one thread that may wait. */
final class EventStacks {
    private final EventStore store;
    private final SymbolCache symbols;
    private final Map<EventKind, Optional<StackColumns>> columns = new HashMap<>();
    private final FlameTree tree = new FlameTree(FlameTree.MOST);
    private final Row row = new Row();
    private long next;
    private long counted;

    EventStacks(EventStore store, Symbols symbols) {
        this.store = store;
        this.symbols = symbols instanceof SymbolCache cache ? cache : new SymbolCache(symbols);
        next = store.window().first();
    }

    /** Forgets what came so far. */
    static EventStacks fromNow(EventStore store, Symbols symbols) {
        EventStacks stacks = new EventStacks(store, symbols);
        stacks.next = store.window().end();
        return stacks;
    }

    /** @return whether there are more than {@code most} */
    boolean advance(int most) {
        EventWindow window = store.window();
        next = Math.max(next, window.first());
        long end = Math.min(window.end(), next + most);
        for (; next < end; next++) {
            row.moveTo(window, next);
            columns.computeIfAbsent(row.kind(), k -> StackColumns.of(k.columns().list())).ifPresent(this::add);
        }
        return next < window.end();
    }

    private void add(StackColumns stack) {
        tree.add(stack.stack(row.record(), symbols), 1);
        counted++;
    }

    /** Whether a kind of these events has a stack at all. */
    static boolean hasStacks(EventStore store) {
        return store.window().kinds().stream().anyMatch(k -> StackColumns.of(k.columns().list()).isPresent());
    }

    FlameTree tree() {
        return tree;
    }

    long counted() {
        return counted;
    }
}
