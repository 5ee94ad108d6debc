package org.eunomia.engine.internal.symbols;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets what was not used for the longest time when there is more than {@code most}. */
final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;
    private final int most;

    RecentlyUsed(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
