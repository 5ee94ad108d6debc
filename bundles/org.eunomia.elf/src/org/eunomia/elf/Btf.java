package org.eunomia.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.OperationFailedException;

/**
 * The types of an object or a kernel. Only the places of the types are found when it is parsed; a type is decoded when it is first asked for, so
 * that the few types one needs of the kernel's hundred thousand cost little. Immutable. Format: Documentation/bpf/btf.rst.
 */
public final class Btf {
    private static final int MAGIC = 0xeb9f;
    /** The kernel's limit of type ids and string offsets. */
    private static final int MAX_TYPES = 0xfffff;

    private final Btf base;
    private final ByteBuffer types;
    private final ByteBuffer strings;
    /** Where type {@code firstId + i} starts in {@link #types}. */
    private final int[] offsets;
    private final int firstId;
    private final int stringBase;
    /** Types decoded so far. Racing threads may decode one twice, which does no harm. */
    private final BtfType[] decoded;

    private Btf(Btf base, ByteBuffer types, ByteBuffer strings, int[] offsets) {
        this.base = base;
        this.types = types;
        this.strings = strings;
        this.offsets = offsets;
        this.firstId = base == null ? 1 : base.typeCount();
        this.stringBase = base == null ? 0 : base.stringBase + base.strings.limit();
        this.decoded = new BtfType[offsets.length];
    }

    /** @param btf the raw data of a {@code .BTF} section or of {@code /sys/kernel/btf/vmlinux}, in either byte order */
    public static Btf parse(byte[] btf) throws OperationFailedException {
        return read(null, ByteBuffer.wrap(btf));
    }

    public static Btf parse(ByteBuffer btf) throws OperationFailedException {
        return read(null, btf.slice());
    }

    /** Reads BTF whose ids and strings go on where those of {@code base} end, as that of a kernel module. */
    public static Btf parseSplit(Btf base, byte[] btf) throws OperationFailedException {
        return read(base, ByteBuffer.wrap(btf));
    }

    /** The types of an object, empty when it was compiled without {@code -g}. */
    public static Optional<Btf> of(ElfFile file) throws OperationFailedException {
        Optional<ElfSection> section = file.section(".BTF");
        return section.isPresent() ? Optional.of(read(null, section.get().content())) : Optional.empty();
    }

    private static Btf read(Btf base, ByteBuffer in) throws OperationFailedException {
        if (in.limit() < 24) throw Malformed.at(".BTF", "cut off after " + in.limit() + " bytes");
        in.order((in.get(0) & 0xff) == 0x9f ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if ((in.getShort(0) & 0xffff) != MAGIC) throw Malformed.at(".BTF", "it does not begin with BTF's magic number");
        if (in.get(2) != 1) throw Malformed.at(".BTF", "version " + in.get(2) + " is unknown");
        long header = in.getInt(4) & 0xffffffffL;
        ByteBuffer types = part(in, header, 8, "types");
        ByteBuffer strings = part(in, header, 16, "strings");
        return new Btf(base, types, strings, index(types));
    }

    private static ByteBuffer part(ByteBuffer in, long header, int field, String what) throws OperationFailedException {
        long from = header + (in.getInt(field) & 0xffffffffL);
        long length = in.getInt(field + 4) & 0xffffffffL;
        if (header < 24 || from + length > in.limit()) throw Malformed.at(".BTF", what + " lie beyond the end");
        return in.slice((int) from, (int) length).order(in.order());
    }

    private static int[] index(ByteBuffer types) throws OperationFailedException {
        int[] offsets = new int[Math.max(16, types.limit() / 24)];
        int count = 0;
        for (int at = 0; at < types.limit();) {
            if (types.limit() - at < 12) throw Malformed.at(".BTF type data at " + at, "cut off");
            if (count == MAX_TYPES) throw Malformed.at(".BTF", "more than " + MAX_TYPES + " types");
            if (count == offsets.length) offsets = Arrays.copyOf(offsets, count * 2);
            offsets[count++] = at;
            long next = at + 12L + BtfDecoder.extraSize(types, at);
            if (next > types.limit()) throw Malformed.at(".BTF type data at " + at, "cut off");
            at = (int) next;
        }
        return Arrays.copyOf(offsets, count);
    }

    /** One more than the greatest id. */
    public int typeCount() {
        return firstId + offsets.length;
    }

    /** The first id that is this BTF's own: 1, or the base's {@link #typeCount()}. */
    public int firstId() {
        return firstId;
    }

    public ByteOrder order() {
        return types.order();
    }

    /** @param id 0 gives {@link BtfType.Void} */
    public BtfType type(int id) throws OperationFailedException {
        if (id == 0) return new BtfType.Void();
        if (id < 0 || id >= typeCount()) throw Malformed.at(".BTF", "there is no type " + Integer.toUnsignedString(id));
        if (id < firstId) return base.type(id);
        BtfType type = decoded[id - firstId];
        if (type == null) decoded[id - firstId] = type = BtfDecoder.decode(this, types, offsets[id - firstId], id);
        return type;
    }

    /** The id of the first type with that name and kind, or -1. */
    public int find(String name, Class<? extends BtfType> kind) throws OperationFailedException {
        for (int id = 1; id < typeCount(); id++) {
            if (kindClass(id) != kind) continue;
            if (nameEquals(id, name)) return id;
        }
        return -1;
    }

    /** The bytes of a type of this BTF's own. */
    ByteBuffer raw(int id) throws OperationFailedException {
        int at = offsets[id - firstId];
        return types.slice(at, 12 + BtfDecoder.extraSize(types, at)).order(types.order());
    }

    /** The sections of global data that are this BTF's own. */
    public List<BtfType.Datasec> sections() throws OperationFailedException {
        List<BtfType.Datasec> sections = new ArrayList<>();
        for (int id = firstId; id < typeCount(); id++) if (kindClass(id) == BtfType.Datasec.class) sections.add((BtfType.Datasec) type(id));
        return sections;
    }

    /** The types of one kind that are this BTF's own, in the order of their ids. */
    public <T extends BtfType> List<T> all(Class<T> kind) throws OperationFailedException {
        List<T> all = new ArrayList<>();
        for (int id = firstId; id < typeCount(); id++) if (kindClass(id) == kind) all.add(kind.cast(type(id)));
        return all;
    }

    private Class<? extends BtfType> kindClass(int id) throws OperationFailedException {
        return id < firstId ? base.kindClass(id) : BtfDecoder.kindClass(types, offsets[id - firstId]);
    }

    private boolean nameEquals(int id, String name) throws OperationFailedException {
        return id < firstId ? base.nameEquals(id, name) : string(types.getInt(offsets[id - firstId]), "type " + id).equals(name);
    }

    /** Follows typedefs, qualifiers and type tags. */
    public int resolve(int id) throws OperationFailedException {
        for (int steps = 0; steps <= 64; steps++) {
            switch (type(id)) {
                case BtfType.Typedef t -> id = t.target();
                case BtfType.Modifier m -> id = m.target();
                default -> {
                    return id;
                }
            }
        }
        throw Malformed.at(".BTF type " + id, "typedefs and qualifiers go round in a circle or are too deep");
    }

    String string(int offset, String what) throws OperationFailedException {
        if (base != null && offset >= 0 && offset < stringBase) return base.string(offset, what);
        return ElfFile.string(strings, offset - stringBase, ".BTF " + what);
    }
}
