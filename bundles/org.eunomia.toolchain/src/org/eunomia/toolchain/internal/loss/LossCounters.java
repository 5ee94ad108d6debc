package org.eunomia.toolchain.internal.loss;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.elf.Btf;
import org.eunomia.elf.BtfType;
import org.eunomia.elf.ElfFile;

/** The counters of records that did not fit, which a header puts around the helpers of every program: the header, and where they ended up. */
public final class LossCounters {
    public static final String HEADER = "loss.h";

    private LossCounters() { }

    /** The text of the header. */
    public static String header() {
        try (var in = LossCounters.class.getResourceAsStream(HEADER)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * By name of the map the offsets of its counters in {@link MapSpec#LOSS_SECTION}. Where the map is a {@code void *} in a function for several maps,
     * the counter is that of the only buffer, and of none when there are several.
     */
    public static Map<String, List<Integer>> find(ElfFile object, List<String> buffers) throws OperationFailedException {
        Map<String, List<Integer>> offsets = new HashMap<>();
        Optional<Btf> found = Btf.of(object);
        if (found.isEmpty()) return offsets;
        Btf btf = found.get();
        Map<Integer, String> maps = new HashMap<>();
        for (BtfType.Datasec s : btf.sections()) if (s.name().equals(".maps")) collect(btf, s, maps);
        for (BtfType.Datasec s : btf.sections()) {
            if (!s.name().equals(MapSpec.LOSS_SECTION)) continue;
            for (BtfType.Placement p : s.variables()) {
                String map = maps.getOrDefault(definition(btf, p.variable()), buffers.size() == 1 ? buffers.get(0) : "");
                if (buffers.contains(map)) offsets.computeIfAbsent(map, m -> new ArrayList<>()).add(p.offset());
            }
        }
        return offsets;
    }

    private static void collect(Btf btf, BtfType.Datasec section, Map<Integer, String> maps) throws OperationFailedException {
        for (BtfType.Placement p : section.variables()) {
            if (btf.type(p.variable()) instanceof BtfType.Var v) maps.put(btf.resolve(v.type()), v.name());
        }
    }

    /** The struct that the map of a counter is defined as: struct, its last member, array, pointer, struct. */
    private static int definition(Btf btf, int variable) throws OperationFailedException {
        if (!(btf.type(variable) instanceof BtfType.Var v) || !(btf.type(btf.resolve(v.type())) instanceof BtfType.Struct s) || s.members().isEmpty()) return 0;
        int of = s.members().get(s.members().size() - 1).type();
        return btf.type(btf.resolve(of)) instanceof BtfType.Array a && btf.type(btf.resolve(a.element())) instanceof BtfType.Ptr p ? btf.resolve(p.target()) : 0;
    }
}
