package org.eunomia.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.spec.ProgramSpec;

/** Collects the {@link ObjectContents} of one file. */
final class ObjectReader {
    /** Far beyond what programs have; they bound what a hostile object costs. */
    private static final int MAX_PARAMS = 1_000;
    private static final int MAX_PARAM_SIZE = 16_384;

    private final ElfFile file;
    private final Map<Integer, List<ElfSymbol>> symbols;
    private final List<String> notices = new ArrayList<>();

    ObjectReader(ElfFile file) throws OperationFailedException {
        if (file.machine() != ElfFile.MACHINE_BPF) {
            throw Malformed.unsuitable("this ELF file is for machine " + file.machine() + ", not for BPF (" + ElfFile.MACHINE_BPF + ")",
                    "an object comes from clang -target bpf -g -c");
        }
        this.file = file;
        this.symbols = file.symbols().stream().filter(s -> !s.name().isEmpty()).collect(Collectors.groupingBy(ElfSymbol::section));
    }

    ObjectContents read() throws OperationFailedException {
        if (file.order() != ByteOrder.nativeOrder()) {
            notices.add("the object is " + words(file.order()) + ", this host is " + words(ByteOrder.nativeOrder()) + ": it cannot be loaded here");
        }
        Optional<Btf> btf = Btf.of(file);
        if (btf.isEmpty()) notices.add("the object has no BTF: nothing is known of its types and params; compile with -g");
        return new ObjectContents(license(), programs(), new MapDefinitions(file, this::symbolsOf, btf, notices).read(),
                btf.isPresent() ? params(btf.get()) : List.of(), notices);
    }

    private List<ElfSymbol> symbolsOf(ElfSection section) {
        return symbols.getOrDefault(section.index(), List.of());
    }

    private static String words(ByteOrder order) {
        return order == ByteOrder.LITTLE_ENDIAN ? "little-endian" : "big-endian";
    }

    private String license() {
        Optional<ElfSection> section = file.section("license");
        if (section.isEmpty()) return "";
        ByteBuffer in = section.get().content();
        int end = 0;
        while (end < in.limit() && in.get(end) != 0) end++;
        byte[] bytes = new byte[end];
        in.get(0, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private List<ProgramSpec> programs() {
        List<ProgramSpec> programs = new ArrayList<>();
        for (ElfSection s : file.sections()) {
            if (!s.isExecutable() || s.name().equals(".text")) continue;
            symbolsOf(s).stream().filter(ElfSymbol::isFunction)
                    .sorted((a, b) -> Long.compareUnsigned(a.value(), b.value()))
                    .forEach(f -> programs.add(new ProgramSpec(f.name(), s.name(), Hooks.names(s.name()), Map.of())));
        }
        return programs;
    }

    private List<ParamSpec> params(Btf btf) throws OperationFailedException {
        List<ParamSpec> params = new ArrayList<>();
        TypeLayout layout = new TypeLayout(btf);
        for (BtfType.Datasec data : btf.sections()) {
            Optional<ElfSection> section = file.section(data.name());
            if (!data.name().startsWith(".rodata") || section.isEmpty()) continue;
            // Compilers leave the offsets of a section's variables to the linker: only the symbols tell where they are.
            Map<String, Long> places = symbolsOf(section.get()).stream().collect(Collectors.toMap(ElfSymbol::name, ElfSymbol::value, (first, second) -> first));
            for (BtfType.Placement p : data.variables()) {
                if (!(btf.type(p.variable()) instanceof BtfType.Var v) || !isConstVolatile(btf, v.type())) continue;
                if (params.size() == MAX_PARAMS) throw Malformed.at("section " + data.name(), "more than " + MAX_PARAMS + " params");
                param(v, places.getOrDefault(v.name(), (long) p.offset()), section.get(), layout).ifPresent(params::add);
            }
        }
        params.sort((a, b) -> a.section().equals(b.section()) ? Integer.compare(a.offset(), b.offset()) : a.section().compareTo(b.section()));
        return params;
    }

    private Optional<ParamSpec> param(BtfType.Var v, long offset, ElfSection section, TypeLayout layout) throws OperationFailedException {
        Type type = layout.type(v.type());
        if (!GlobalText.isSettable(type) || type.size() > MAX_PARAM_SIZE) {
            String reason = type.size() > MAX_PARAM_SIZE ? type.size() + " bytes are too many" : "a " + (type.cName().isEmpty() ? "struct" : type.cName()) + " has no form as text";
            notices.add("the global " + v.name() + " cannot be set: " + reason);
            return Optional.empty();
        }
        if (offset < 0 || type.size() > section.size() - offset) throw Malformed.at("variable " + v.name(), "it lies beyond the end of section " + section.name());
        byte[] bytes = new byte[type.size()];
        ByteBuffer in = section.content();
        if (offset < in.limit()) in.get((int) offset, bytes, 0, (int) Math.min(bytes.length, in.limit() - offset));
        return Optional.of(new ParamSpec(v.name(), type, section.name(), (int) offset, GlobalText.format(type, bytes, file.order()), "",
                v.name().replace('_', '-'), ""));
    }

    /** The qualifiers of an array are those of its elements. */
    private static boolean isConstVolatile(Btf btf, int id) throws OperationFailedException {
        boolean isConst = false;
        boolean isVolatile = false;
        for (int steps = 0; steps <= 64; steps++) {
            switch (btf.type(id)) {
                case BtfType.Modifier m -> {
                    isConst |= m.qualifier() == BtfType.Qualifier.CONST;
                    isVolatile |= m.qualifier() == BtfType.Qualifier.VOLATILE;
                    id = m.target();
                }
                case BtfType.Typedef t -> id = t.target();
                case BtfType.Array a -> id = a.element();
                default -> {
                    return isConst && isVolatile;
                }
            }
        }
        throw Malformed.at(".BTF type " + id, "typedefs and qualifiers go round in a circle or are too deep");
    }
}
