package org.eunomia.ide.events.internal.stacks;

import java.util.List;
import java.util.Optional;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.view.Column;
import org.eunomia.core.view.MapRows;

/** Adds up the stacks that keys of a map name, weighed by its values. Blocks; used by one thread. */
final class MapStacks {
    private final MapSpec spec;
    private final MapRows rows;
    private final Optional<StackColumns> columns;

    private MapStacks(MapSpec spec) {
        this.spec = spec;
        rows = MapRows.of(spec);
        columns = StackColumns.of(rows.columns().list());
    }

    /** The maps whose entries name stacks. */
    static List<String> names(List<MapSpec> maps) {
        return maps.stream().filter(m -> !(m.output() instanceof Output.Events) && !(m.output() instanceof Output.Stacks))
                .filter(m -> StackColumns.of(MapRows.of(m).columns().list()).isPresent()).map(MapSpec::name).toList();
    }

    static MapStacks of(MapSpec spec) {
        return new MapStacks(spec);
    }

    FlameTree read(TrackerService service, TrackerId tracker, SymbolCache symbols) throws OperationFailedException {
        symbols.forgetStacks();
        FlameTree tree = new FlameTree(FlameTree.MOST);
        for (MapEntry e : rows.rows(service.entries(tracker, spec.name()))) {
            double weight = rows.measure().map((Column c) -> (double) c.whole(rows.record(e))).orElse(1.0);
            if (weight > 0) columns.ifPresent(c -> tree.add(c.stack(rows.record(e), symbols), weight));
        }
        return tree;
    }
}
