package org.eunomia.engine.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.MapAccess;

/**
 * The counters that the counting wrappers of the toolchain keep in the object's section {@code .data.loss}: u64s in the one entry of an
 * internal array map.
 */
final class Counters {
    private final Map<String, List<Integer>> offsets = new HashMap<>();
    private final Optional<MapAccess> data;

    private Counters(Optional<MapAccess> data) {
        this.data = data;
    }

    static Counters of(List<MapSpec> maps, LoadedObject object) throws OperationFailedException {
        Optional<LoadedObject.MapInfo> info = object.maps().stream().filter(m -> m.internal() && m.name().endsWith(MapSpec.LOSS_SECTION)).findFirst();
        Counters counters = new Counters(info.isEmpty() ? Optional.empty() : Optional.of(object.map(info.get().name())));
        for (MapSpec m : maps) if (!m.lossOffsets().isEmpty()) counters.offsets.put(m.name(), m.lossOffsets());
        return counters;
    }

    /** Records that did not fit, by the map that they were meant for; without entry for a map whose failures nobody counts. */
    Map<String, Long> read() throws OperationFailedException {
        Map<String, Long> failures = new HashMap<>();
        if (offsets.isEmpty() || data.isEmpty()) return failures;
        Optional<byte[]> section = data.get().lookup(new byte[4]);
        if (section.isEmpty()) return failures;
        ByteBuffer in = ByteBuffer.wrap(section.get()).order(ByteOrder.nativeOrder());
        offsets.forEach((map, at) -> failures.put(map, at.stream().filter(o -> o >= 0 && o <= in.limit() - 8).mapToLong(in::getLong).sum()));
        return failures;
    }
}
