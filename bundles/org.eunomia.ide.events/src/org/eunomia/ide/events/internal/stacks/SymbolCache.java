package org.eunomia.ide.events.internal.stacks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.StackFrame;
import org.eunomia.core.view.Symbols;

/** Asks for each address of a process once, and so keeps the names when the process is gone. May block as what it asks does; used by one thread. */
final class SymbolCache implements Symbols {
    private static final int MOST = 200_000;
    private final Symbols source;
    private final Map<Place, StackFrame> frames = new HashMap<>();
    private final Map<Integer, long[]> stacks = new LinkedHashMap<>();

    private record Place(int pid, long address) { }

    SymbolCache(Symbols source) {
        this.source = source;
    }

    /** Ids are used again after a map was emptied, so those of maps are looked up afresh for each look at one. */
    void forgetStacks() {
        stacks.clear();
    }

    @Override
    public long[] stack(int id) {
        return stacks.computeIfAbsent(id, source::stack);
    }

    @Override
    public List<StackFrame> frames(int pid, long[] addresses) {
        if (frames.size() > MOST) frames.clear();
        long[] unknown = Arrays.stream(addresses).filter(a -> !frames.containsKey(new Place(pid, a))).distinct().toArray();
        if (unknown.length > 0) {
            List<StackFrame> found = source.frames(pid, unknown);
            for (int i = 0; i < unknown.length; i++) frames.put(new Place(pid, unknown[i]), i < found.size() ? found.get(i) : new StackFrame(unknown[i], "", 0, ""));
        }
        List<StackFrame> named = new ArrayList<>(addresses.length);
        for (long a : addresses) named.add(frames.get(new Place(pid, a)));
        return named;
    }
}
