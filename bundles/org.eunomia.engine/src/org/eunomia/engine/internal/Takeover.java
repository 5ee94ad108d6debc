package org.eunomia.engine.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.Link;
import org.eunomia.kernel.LoadedObject;

/** Programs of a generation that go to hooks that its predecessor holds, and take its programs' place there. */
final class Takeover {
    private final LoadedObject object;
    private final List<Link> held;
    private final Map<String, Link> planned = new LinkedHashMap<>();

    /** @param held the predecessor's; what is taken over is taken out of it */
    Takeover(LoadedObject object, List<Link> held) {
        this.object = object;
        this.held = held;
    }

    /** Looks for a place, the one of the same name first. @return false when the program has to be attached beside the others */
    boolean plan(String program) throws OperationFailedException {
        Optional<Link> found = Optional.empty();
        for (Link link : held) {
            if (planned.containsValue(link) || !object.fitsInPlace(program, link)) continue;
            if (found.isEmpty() || link.program().equals(program)) found = Optional.of(link);
        }
        found.ifPresent(link -> planned.put(program, link));
        return found.isPresent();
    }

    boolean isEmpty() {
        return planned.isEmpty();
    }

    /** Takes all planned places or, on failure, none. @param predecessor whose programs are on them */
    List<Link> run(LoadedObject predecessor) throws OperationFailedException {
        List<Link> taken = new ArrayList<>();
        List<Link> spent = new ArrayList<>();
        try {
            for (Map.Entry<String, Link> p : planned.entrySet()) {
                taken.add(object.attachInPlace(p.getKey(), p.getValue()));
                spent.add(p.getValue());
            }
        } catch (OperationFailedException e) {
            giveBack(predecessor, taken, spent, e);
            throw e;
        }
        held.removeAll(spent);
        return taken;
    }

    private void giveBack(LoadedObject predecessor, List<Link> taken, List<Link> spent, OperationFailedException failure) {
        for (int i = taken.size() - 1; i >= 0; i--) {
            try {
                Link back = predecessor.attachInPlace(spent.get(i).program(), taken.get(i));
                held.set(held.indexOf(spent.get(i)), back);
            } catch (OperationFailedException e) {
                failure.addSuppressed(e);
            }
        }
    }
}
