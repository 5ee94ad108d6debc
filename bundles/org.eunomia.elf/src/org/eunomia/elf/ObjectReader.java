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
import org.eunomia.core.spec.ProgramSpec;

/** Collects the {@link ObjectContents} of one file. */
final class ObjectReader {
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
                btf.isPresent() ? new GlobalVariables(file, btf.get(), notices).read(List.of(".rodata"), true, this::symbolsOf) : List.of(), notices);
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
}
