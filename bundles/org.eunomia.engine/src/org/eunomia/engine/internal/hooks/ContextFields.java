package org.eunomia.engine.internal.hooks;

import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.Hook;
import org.eunomia.core.OperationFailedException;
import org.eunomia.elf.Btf;
import org.eunomia.elf.BtfType;
import org.eunomia.elf.Declarations;

/** The members of a struct that programs get. */
final class ContextFields {
    private ContextFields() { }

    /** None when the kernel has no such struct. */
    static List<Hook.Field> of(Btf btf, String struct) throws OperationFailedException {
        int id = btf.find(struct, BtfType.Struct.class);
        List<Hook.Field> fields = new ArrayList<>();
        if (id > 0) add(btf, (BtfType.Struct) btf.type(id), 0, fields);
        return fields;
    }

    /** Pointers lie in unions without a name, which make them as wide as those of a 64-bit machine (__bpf_md_ptr() in uapi/linux/bpf.h). */
    private static void add(Btf btf, BtfType.Struct struct, int base, List<Hook.Field> fields) throws OperationFailedException {
        Declarations c = new Declarations(btf);
        for (BtfType.Member m : struct.members()) {
            int offset = base + m.bitOffset() / 8;
            if (!m.name().isEmpty()) fields.add(new Hook.Field(m.name(), c.of(m.type(), m.name()), offset, size(btf, m.type())));
            else if (btf.type(btf.resolve(m.type())) instanceof BtfType.Struct inner && inner.union()) add(btf, inner, offset, fields);
        }
    }

    private static int size(Btf btf, int id) throws OperationFailedException {
        return switch (btf.type(btf.resolve(id))) {
            case BtfType.Int i -> i.size();
            case BtfType.Enum e -> e.size();
            case BtfType.Ptr p -> Long.BYTES;
            case BtfType.Struct s -> s.size();
            case BtfType.Array a when size(btf, a.element()) >= 0 -> a.count() * size(btf, a.element());
            default -> -1;
        };
    }
}
