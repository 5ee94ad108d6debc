package org.eunomia.engine.internal;

import java.util.List;
import java.util.Map;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;

/** Packages for tests. */
final class Packages {
    static final Schema NUMBER = new Schema("event", new Type.Struct("struct event", false, 4, List.of(Field.of("number", new Type.Int("int", 4, true), 0))));

    private Packages() { }

    static Package of(String name, MapSpec... maps) {
        ParamSpec pid = new ParamSpec("target_pid", new Type.Int("pid_t", 4, true), ".rodata", 8, "0", "", "pid", "p");
        return new Package(Package.Format.EUNOMIA_1, name, "1", "", "GPL", new byte[] {1, 2, 3}, List.of(), List.of(maps), List.of(pid),
                Package.Requirements.NONE, List.of(), Map.of());
    }

    /** A ring of numbers. */
    static MapSpec ring(String name, Integer... lossOffsets) {
        return new MapSpec(name, "ringbuf", 0, null, null, new Output.Events(List.of(new Output.Variant(NUMBER, "", 0))), List.of(lossOffsets));
    }

    static MapSpec table(String name, String type) {
        return new MapSpec(name, type, 16, new Type.Int("int", 4, true), new Type.Int("u64", 8, false), new Output.Table(1000, false), List.of());
    }
}
