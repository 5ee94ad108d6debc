package org.eunomia.pack.internal;

import java.util.Optional;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.elf.Btf;
import org.eunomia.elf.BtfType;
import org.eunomia.elf.ElfFile;
import org.eunomia.elf.TypeLayout;

/** The types in an object's BTF by name and by id; finds nothing in an object without BTF. */
final class ObjectTypes {
    private final Btf btf;
    private final TypeLayout layout;

    ObjectTypes(byte[] object) throws OperationFailedException {
        this.btf = Btf.of(ElfFile.parse(object)).orElse(null);
        this.layout = btf == null ? null : new TypeLayout(btf);
    }

    /** The struct of that tag, named by it. */
    Optional<Schema> struct(String name) throws OperationFailedException {
        return find(name, BtfType.Struct.class).map(t -> new Schema(name, t));
    }

    /** A type by its name as C writes it, with or without keyword. */
    Optional<Type> named(String cName) throws OperationFailedException {
        if (cName.startsWith("struct ") || cName.startsWith("union ")) return find(cName.substring(cName.indexOf(' ') + 1), BtfType.Struct.class);
        if (cName.startsWith("enum ")) return find(cName.substring(5), BtfType.Enum.class);
        Optional<Type> type = find(cName, BtfType.Typedef.class);
        return type.isPresent() ? type : find(cName, BtfType.Int.class);
    }

    private Optional<Type> find(String name, Class<? extends BtfType> kind) throws OperationFailedException {
        int id = btf == null ? -1 : btf.find(name, kind);
        return id < 0 ? Optional.empty() : Optional.of(layout.type(id));
    }

    Optional<Type> byId(int id) throws OperationFailedException {
        return btf == null || id <= 0 || id >= btf.typeCount() ? Optional.empty() : Optional.of(layout.type(id));
    }
}
