package org.eunomia.pack.internal;

import java.util.List;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.elf.ObjectContents;
import org.eunomia.pack.PackageLimits;
import org.eunomia.pack.internal.json.JsonObject;
import org.eunomia.pack.internal.json.Leftovers;

/** Reads packages of Eunomia 0.1.0: the object with the names of its maps and programs, and nothing else. */
final class Eunomia0Reader {
    private static final Type INT = new Type.Int("int", 4, true);

    /** The one event that 0.1.0 knew, whatever the program sent: struct event of its client.h. */
    static final Schema EVENT = new Schema("event", new Type.Struct("struct event", false, 168, List.of(
            Field.of("pid", INT, 0),
            Field.of("ppid", INT, 4),
            Field.of("exit_code", new Type.Int("unsigned int", 4, false), 8),
            Field.of("duration_ns", new Type.Int("unsigned long long", 8, false), 16),
            Field.of("comm", new Type.Array("char[16]", new Type.Char("char"), 16), 24),
            Field.of("filename", new Type.Array("char[127]", new Type.Char("char"), 127), 40),
            Field.of("exit_event", new Type.Bool("bool", 1), 167))));

    private Eunomia0Reader() { }

    static Package read(JsonObject root, PackageLimits limits) throws OperationFailedException {
        byte[] object = LegacyObject.plain(root, limits);
        ObjectContents contents = ObjectContents.read(object);
        LegacyObject.requireMaps(root, "maps", root.texts("maps"), contents);
        LegacyObject.requirePrograms(root, "progs", root.texts("progs"), contents);
        String name = root.text("name", "");
        Schema event = new ObjectTypes(object).struct("event").orElse(EVENT);
        List<MapSpec> maps = contents.maps().stream().map(m -> m.type().equals("ringbuf")
                ? LegacyObject.withOutput(m, new Output.Events(List.of(new Output.Variant(event, "", 0)))) : m).toList();
        Leftovers leftovers = new Leftovers();
        leftovers.of(root);
        return new Package(Package.Format.EUNOMIA_0, name.isEmpty() ? "hotupdate" : name, "", "", contents.license(), object, contents.programs(), maps,
                contents.params(), Package.Requirements.NONE, List.of(), leftovers.found());
    }
}
