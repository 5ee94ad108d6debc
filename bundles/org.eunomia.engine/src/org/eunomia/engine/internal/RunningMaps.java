package org.eunomia.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.kernel.LoadedObject;

/** What a package says of its maps, brought together with what is in the kernel. */
final class RunningMaps {
    private static final Set<String> BUFFERS = Set.of("ringbuf", "perf_event_array");

    private RunningMaps() { }

    /** The maps of the loaded object but the internal ones, with their real sizes. A buffer that the package is silent about gives bytes. */
    static List<MapSpec> of(List<MapSpec> specs, List<LoadedObject.MapInfo> infos) {
        List<MapSpec> maps = new ArrayList<>();
        for (LoadedObject.MapInfo info : infos) {
            if (info.internal()) continue;
            MapSpec spec = specs.stream().filter(s -> s.name().equals(info.name())).findFirst().orElseGet(() -> unknown(info));
            maps.add(new MapSpec(spec.name(), info.type(), info.maxEntries(), spec.key(), spec.value(), spec.output(), spec.lossOffsets()));
        }
        return maps;
    }

    private static MapSpec unknown(LoadedObject.MapInfo info) {
        Output output = BUFFERS.contains(info.type()) ? new Output.Events(List.of()) : new Output.None();
        return new MapSpec(info.name(), info.type(), info.maxEntries(), null, null, output, List.of());
    }
}
