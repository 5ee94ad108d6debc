package org.eunomia.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;

/**
 * Finds the maps that an object defines. In {@code .maps} each variable is a struct whose members' types carry the values: {@code int (*max_entries)[4096]}
 * for a number, {@code T *key} for a type. Before libbpf 1.0 the section {@code maps} held {@code struct bpf_map_def}s.
 */
final class MapDefinitions {
    private static final int OLD_DEFINITION = 16;

    private final ElfFile file;
    private final Function<ElfSection, List<ElfSymbol>> symbols;
    private final Optional<Btf> btf;
    private final List<String> notices;

    MapDefinitions(ElfFile file, Function<ElfSection, List<ElfSymbol>> symbols, Optional<Btf> btf, List<String> notices) {
        this.file = file;
        this.symbols = symbols;
        this.btf = btf;
        this.notices = notices;
    }

    List<MapSpec> read() throws OperationFailedException {
        List<MapSpec> maps = new ArrayList<>();
        if (btf.isPresent()) ofTypes(btf.get(), maps);
        else variables(".maps").forEach(s -> maps.add(map(s.name(), MapTypes.name(0), 0, null, null)));
        ofOldSection(maps);
        return maps;
    }

    private List<ElfSymbol> variables(String sectionName) {
        Optional<ElfSection> section = file.section(sectionName);
        return section.isEmpty() ? List.of() : symbols.apply(section.get()).stream()
                .filter(s -> (s.type() == ElfSymbol.OBJECT || s.type() == ElfSymbol.NOTYPE && s.binding() != 0))
                .sorted((a, b) -> Long.compareUnsigned(a.value(), b.value())).toList();
    }

    private void ofTypes(Btf types, List<MapSpec> maps) throws OperationFailedException {
        TypeLayout layout = new TypeLayout(types);
        for (BtfType.Datasec data : types.sections()) {
            boolean operations = data.name().startsWith(".struct_ops");
            if (!operations && !data.name().equals(".maps")) continue;
            for (BtfType.Placement p : data.variables()) {
                if (!(types.type(p.variable()) instanceof BtfType.Var v)) throw Malformed.at(".BTF section " + data.name(), "type " + p.variable() + " is no variable");
                maps.add(operations ? map(v.name(), "struct_ops", 1, null, null) : ofVariable(types, layout, v));
            }
        }
    }

    private MapSpec ofVariable(Btf types, TypeLayout layout, BtfType.Var v) throws OperationFailedException {
        if (!(types.type(types.resolve(v.type())) instanceof BtfType.Struct definition)) throw Malformed.at(".BTF map " + v.name(), "its definition is no struct");
        int type = 0;
        int maxEntries = 0;
        Type key = null;
        Type value = null;
        for (BtfType.Member m : definition.members()) {
            switch (m.name()) {
                case "type" -> type = number(types, v, m);
                case "max_entries" -> maxEntries = number(types, v, m);
                case "key" -> key = pointee(types, layout, v, m);
                case "value" -> value = pointee(types, layout, v, m);
                default -> { }
            }
        }
        return map(v.name(), MapTypes.name(type), maxEntries, key, value);
    }

    private static int number(Btf types, BtfType.Var map, BtfType.Member m) throws OperationFailedException {
        return switch (types.type(types.resolve(m.type()))) {
            case BtfType.Ptr p when types.type(p.target()) instanceof BtfType.Array a -> a.count();
            // The macro __ulong of newer libbpf.
            case BtfType.Enum e when e.values().size() == 1 && e.values().get(0).value() == (int) e.values().get(0).value() -> (int) e.values().get(0).value();
            case BtfType other -> throw Malformed.at(".BTF map " + map.name(), "its member " + m.name() + " holds no number");
        };
    }

    private Type pointee(Btf types, TypeLayout layout, BtfType.Var map, BtfType.Member m) throws OperationFailedException {
        if (!(types.type(types.resolve(m.type())) instanceof BtfType.Ptr p)) throw Malformed.at(".BTF map " + map.name(), "its member " + m.name() + " is no pointer to a type");
        try {
            return layout.type(p.target());
        } catch (OperationFailedException e) {
            notices.add("the type of the " + m.name() + "s of map " + map.name() + " is unknown: " + e.getMessage());
            return null;
        }
    }

    private void ofOldSection(List<MapSpec> maps) throws OperationFailedException {
        List<ElfSymbol> variables = variables("maps");
        if (variables.isEmpty()) return;
        ByteBuffer in = file.section("maps").get().content();
        for (ElfSymbol s : variables) {
            if (s.value() < 0 || s.value() > in.limit() - OLD_DEFINITION) throw Malformed.at("map " + s.name(), "its definition lies beyond the end of section maps");
            int at = (int) s.value();
            String type = MapTypes.name(in.getInt(at));
            maps.add(map(s.name(), type, in.getInt(at + 12), null, null));
            notices.add("map " + s.name() + " (" + type + ", key " + in.getInt(at + 4) + " bytes, value " + in.getInt(at + 8)
                    + " bytes) is defined in the old section maps, which libbpf 1.0 and later do not read");
        }
    }

    private static MapSpec map(String name, String type, int maxEntries, Type key, Type value) {
        Output output = switch (type) {
            case "ringbuf", "perf_event_array" -> new Output.Events(List.of());
            case "stack_trace" -> new Output.Stacks();
            default -> new Output.None();
        };
        return new MapSpec(name, type, maxEntries, key, value, output, List.of());
    }
}
