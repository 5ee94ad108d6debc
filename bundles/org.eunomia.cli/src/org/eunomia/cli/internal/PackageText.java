package org.eunomia.cli.internal;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.spec.ProgramSpec;
import org.eunomia.core.view.Escapes;

/** A package as text for people. */
final class PackageText {
    private final StringBuilder out = new StringBuilder();

    private PackageText() { }

    static String of(Package pack) {
        PackageText text = new PackageText();
        text.head(pack);
        text.programs(pack.programs());
        text.maps(pack.maps());
        text.params(pack.params());
        return Escapes.lines(text.out.toString());
    }

    /** What of it the user will see: event types with their fields, and maps that are shown. */
    static String outputs(Package pack) {
        PackageText text = new PackageText();
        for (MapSpec m : pack.maps()) {
            if (m.output() instanceof Output.None) continue;
            text.out.append(m.name()).append(": ").append(output(m)).append('\n');
            if (m.output() instanceof Output.Events e) e.variants().forEach(v -> text.layout(v.schema()));
        }
        return Escapes.lines(text.out.toString());
    }

    private void head(Package pack) {
        out.append(pack.name()).append(pack.version().isEmpty() ? "" : " " + pack.version()).append('\n');
        if (!pack.description().isEmpty()) out.append(pack.description()).append('\n');
        out.append("license ").append(pack.license().isEmpty() ? "none" : pack.license()).append(", object of ").append(pack.object().length).append(" bytes");
        if (!pack.requires().kernel().isEmpty()) out.append(", needs Linux ").append(pack.requires().kernel());
        out.append("\n\n");
    }

    private void programs(List<ProgramSpec> programs) {
        out.append("programs\n");
        List<String[]> rows = new ArrayList<>();
        for (ProgramSpec p : programs) rows.add(new String[] { p.name(), p.section(), p.attach() ? "" : "not attached" });
        table(rows);
    }

    private void maps(List<MapSpec> maps) {
        if (maps.isEmpty()) return;
        out.append("\nmaps\n");
        List<String[]> rows = new ArrayList<>();
        for (MapSpec m : maps) {
            String size = m.maxEntries() == 0 ? "size open" : m.maxEntries() + (m.type().equals("ringbuf") ? " bytes" : m.maxEntries() == 1 ? " entry" : " entries");
            String types = m.keyType().isPresent() && m.valueType().isPresent() ? m.key().cName() + " -> " + m.value().cName() : "";
            rows.add(new String[] { m.name(), m.type(), size, types, output(m) });
        }
        table(rows);
        for (MapSpec m : maps) {
            if (!(m.output() instanceof Output.Events e)) continue;
            for (Output.Variant v : e.variants()) {
                out.append("\nevent ").append(v.schema().name()).append(", ").append(v.schema().size()).append(" bytes, from ").append(m.name());
                if (!v.tagField().isEmpty()) out.append(" where ").append(v.tagField()).append(" is ").append(v.tagValue());
                out.append('\n');
                layout(v.schema());
            }
        }
    }

    private static String output(MapSpec m) {
        return switch (m.output()) {
            case Output.None n -> "";
            case Output.Events e when e.variants().isEmpty() -> "events of unknown layout, shown as bytes";
            case Output.Events e -> "events of type " + String.join(", ", e.variants().stream().map(v -> v.schema().name()).toList());
            case Output.Table t -> "table" + every(t.intervalMillis());
            case Output.Histogram h -> (h.scale() == Output.Scale.LOG2 ? "log2" : "linear") + " histogram" + (h.unit().isEmpty() ? "" : " of " + h.unit()) + every(h.intervalMillis());
            case Output.Stacks s -> "stacks";
            case Output.Counter c -> "counter" + every(c.intervalMillis());
        };
    }

    private static String every(int millis) {
        return millis == 0 ? "" : millis % 1000 == 0 ? " every " + millis / 1000 + " s" : " every " + millis + " ms";
    }

    private void layout(Schema schema) {
        List<String[]> rows = new ArrayList<>();
        if (schema.type() instanceof Type.Struct s) fields("", s, 0, rows);
        else rows.add(new String[] { "0", schema.type().cName(), "value", "" });
        table(rows);
    }

    private static void fields(String prefix, Type.Struct struct, int base, List<String[]> rows) {
        for (Field f : struct.fields()) {
            if (f.type() instanceof Type.Struct inner) {
                fields(f.name().isEmpty() ? prefix : prefix + f.name() + ".", inner, base + f.offset(), rows);
                continue;
            }
            String bits = f.isBitField() ? ":" + f.bitSize() : "";
            rows.add(new String[] { Integer.toString(base + f.offset()), f.type().cName() + bits, prefix + f.name(), f.comment() });
        }
    }

    private void params(List<ParamSpec> params) {
        if (params.isEmpty()) return;
        out.append("\nparams\n");
        List<String[]> rows = new ArrayList<>();
        for (ParamSpec p : params) {
            String option = "--" + (p.longOption().isEmpty() ? p.name().replace('_', '-') : p.longOption());
            rows.add(new String[] { option, p.type().cName(), p.defaultValue().isEmpty() ? "empty" : p.defaultValue(), p.description() });
        }
        table(rows);
    }

    private void table(List<String[]> rows) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] r : rows) for (int i = 0; i < columns; i++) widths[i] = Math.max(widths[i], r[i].length());
        for (String[] r : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) if (widths[i] > 0) line.append("  ").append(r[i]).append(" ".repeat(widths[i] - r[i].length()));
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
