package org.eunomia.ide.core.targets;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Forgets all at the end of the process: for tests, and for programs without preferences. */
final class MemoryStore implements TargetStore {
    private final Map<Target, TargetSecrets> secrets = new HashMap<>();
    private List<Target> targets = List.of();

    @Override
    public synchronized List<Target> targets() {
        return targets;
    }

    @Override
    public synchronized void write(List<Target> all) {
        targets = List.copyOf(all);
    }

    @Override
    public synchronized TargetSecrets secrets(Target target) {
        return secrets.getOrDefault(target, TargetSecrets.NONE);
    }

    @Override
    public synchronized void write(Target target, TargetSecrets given) {
        secrets.put(target, given);
    }
}
