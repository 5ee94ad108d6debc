package org.eunomia.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.ParamSpec;

/** The globals of an object's data sections by BTF, with where they lie and what they hold. */
public final class GlobalVariables {
    /** Far beyond what programs have; they bound what a hostile object costs. */
    private static final int MAX_VARIABLES = 1_000;
    private static final int MAX_SIZE = 16_384;
    private static final List<String> SECTIONS = List.of(".rodata", ".data", ".bss");

    private final ElfFile file;
    private final Btf btf;
    private final TypeLayout layout;
    private final List<String> notices;

    GlobalVariables(ElfFile file, Btf btf, List<String> notices) {
        this.file = file;
        this.btf = btf;
        this.layout = new TypeLayout(btf);
        this.notices = notices;
    }

    /**
     * Every global that has a form as text, whatever its qualifiers, by section and offset; empty without BTF. Of several with one name, as static
     * variables may have, the first counts.
     */
    public static List<ParamSpec> read(byte[] object) throws OperationFailedException {
        ElfFile file = ElfFile.parse(object);
        Optional<Btf> btf = Btf.of(file);
        if (btf.isEmpty()) return List.of();
        Map<Integer, List<ElfSymbol>> symbols = file.symbols().stream().collect(Collectors.groupingBy(ElfSymbol::section));
        return new GlobalVariables(file, btf.get(), new ArrayList<>()).read(SECTIONS, false, s -> symbols.getOrDefault(s.index(), List.of()));
    }

    /** @param params only those that are {@code const volatile}, which compilers neither change nor assume anything of */
    List<ParamSpec> read(List<String> sections, boolean params, Function<ElfSection, List<ElfSymbol>> symbols) throws OperationFailedException {
        List<ParamSpec> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (BtfType.Datasec data : btf.sections()) {
            Optional<ElfSection> section = file.section(data.name());
            if (sections.stream().noneMatch(s -> data.name().equals(s) || data.name().startsWith(s + ".")) || section.isEmpty()) continue;
            // Compilers leave the offsets of a section's variables to the linker: only the symbols tell where they are.
            Map<String, Long> places = symbols.apply(section.get()).stream().collect(Collectors.toMap(ElfSymbol::name, ElfSymbol::value, (first, second) -> first));
            for (BtfType.Placement p : data.variables()) {
                if (!(btf.type(p.variable()) instanceof BtfType.Var v) || params && !isConstVolatile(v.type()) || !names.add(v.name())) continue;
                if (found.size() == MAX_VARIABLES) throw Malformed.at("section " + data.name(), "more than " + MAX_VARIABLES + " variables");
                variable(v, places.getOrDefault(v.name(), (long) p.offset()), section.get()).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(ParamSpec::section).thenComparing(ParamSpec::offset));
        return found;
    }

    private Optional<ParamSpec> variable(BtfType.Var v, long offset, ElfSection section) throws OperationFailedException {
        Type type = layout.type(v.type());
        if (!GlobalText.isSettable(type) || type.size() > MAX_SIZE) {
            String reason = type.size() > MAX_SIZE ? type.size() + " bytes are too many" : "a " + (type.cName().isEmpty() ? "struct" : type.cName()) + " has no form as text";
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
    private boolean isConstVolatile(int id) throws OperationFailedException {
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
