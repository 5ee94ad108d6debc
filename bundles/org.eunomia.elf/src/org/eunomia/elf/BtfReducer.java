package org.eunomia.elf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eunomia.core.OperationFailedException;

/**
 * Writes {@code .BTF} and {@code .BTF.ext} of an object anew with what loading needs (see {@link BtfSelection}), with one entry per source line instead of
 * one per expression, and without columns. Objects that use tags, which mean more than their types, stay as they are.
 */
final class BtfReducer {
    private static final int FIELD_RELOCATIONS = 5;
    private static final int TYPE_MATCHES = 12;

    /** @param btf content of {@code .BTF} @param ext content of {@code .BTF.ext} */
    record Reduced(byte[] btf, byte[] ext) { }

    private final Btf btf;
    private final BtfExtTables tables;
    private final boolean sourceText;
    private final BtfSelection selection;

    private BtfReducer(Btf btf, BtfExtTables tables, boolean sourceText) {
        this.btf = btf;
        this.tables = tables;
        this.sourceText = sourceText;
        this.selection = new BtfSelection(btf);
    }

    /** @param sourceText whether the text of each source line stays; its number takes its place otherwise, because older kernels show nothing else */
    static Optional<Reduced> reduce(ElfFile file, boolean sourceText) throws OperationFailedException {
        Optional<Btf> btf = Btf.of(file);
        Optional<ElfSection> ext = file.section(".BTF.ext");
        if (btf.isEmpty() || ext.isEmpty() || usesTags(btf.get())) return Optional.empty();
        return Optional.of(new BtfReducer(btf.get(), BtfExtTables.parse(ext.get().content(), btf.get()), sourceText).reduce());
    }

    private static boolean usesTags(Btf btf) throws OperationFailedException {
        for (int id = 1; id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            if (type instanceof BtfType.DeclTag || type instanceof BtfType.Modifier m && m.qualifier() == BtfType.Qualifier.TYPE_TAG) return true;
        }
        return false;
    }

    private Reduced reduce() throws OperationFailedException {
        selection.addObject();
        for (BtfExtTables.Relocation r : tables.relocations()) {
            if (r.kind() <= FIELD_RELOCATIONS) selection.addPath(r.type(), path(r));
            else if (r.kind() == TYPE_MATCHES || btf.type(btf.resolve(r.type())) instanceof BtfType.Enum) selection.whole(r.type(), 0);
            else selection.addPath(r.type(), new int[] {0});
        }
        BtfWriter out = new BtfWriter(btf, selection);
        out.types();
        List<BtfExtTables.Relocation> relocations = new ArrayList<>();
        for (BtfExtTables.Relocation r : tables.relocations()) {
            String access = r.kind() > FIELD_RELOCATIONS ? r.access()
                    : Arrays.stream(selection.reduced(r.type(), path(r))).mapToObj(Integer::toString).collect(Collectors.joining(":"));
            relocations.add(new BtfExtTables.Relocation(r.section(), r.offset(), out.id(r.type()), access, r.kind()));
        }
        List<BtfExtTables.Start> functions = new ArrayList<>();
        for (BtfExtTables.Start f : tables.functions()) {
            if (!(btf.type(f.type()) instanceof BtfType.Func)) throw Malformed.at(".BTF.ext", "type " + f.type() + " is no function");
            functions.add(new BtfExtTables.Start(f.section(), f.offset(), out.id(f.type())));
        }
        byte[] ext = new BtfExtTables(functions, lines(), relocations, tables.order()).write(out::string);
        return new Reduced(out.write(), ext);
    }

    private static int[] path(BtfExtTables.Relocation r) throws OperationFailedException {
        if (!r.access().matches("[0-9]{1,9}(:[0-9]{1,9})*")) throw Malformed.at(".BTF.ext", "a relocation has the path " + r.access());
        return Arrays.stream(r.access().split(":")).mapToInt(Integer::parseInt).toArray();
    }

    /** Every function keeps one at its start, which the kernel asks for. */
    private List<BtfExtTables.Line> lines() {
        Map<String, Set<Integer>> starts = new HashMap<>();
        for (BtfExtTables.Start f : tables.functions()) starts.computeIfAbsent(f.section(), k -> new HashSet<>()).add(f.offset());
        List<BtfExtTables.Line> lines = new ArrayList<>();
        BtfExtTables.Line last = null;
        for (BtfExtTables.Line l : tables.lines()) {
            boolean repeats = last != null && last.section().equals(l.section()) && last.file().equals(l.file()) && last.line() == l.line();
            if (!repeats || starts.getOrDefault(l.section(), Set.of()).contains(l.offset())) {
                lines.add(new BtfExtTables.Line(l.section(), l.offset(), l.file(), sourceText ? l.text().strip() : Integer.toString(l.line()), l.line()));
            }
            last = l;
        }
        return lines;
    }
}
