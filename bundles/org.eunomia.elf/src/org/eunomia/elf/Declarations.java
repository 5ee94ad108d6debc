package org.eunomia.elf;

import org.eunomia.core.OperationFailedException;

/** C declarations of single things, each in a line. Used by one thread. */
public final class Declarations {
    private final CDeclarations c;

    public Declarations(Btf btf) {
        StringBuilder unused = new StringBuilder();
        c = new CDeclarations(btf, BtfNames.asTheyAre(), unused);
        c.use(new CStruct(btf, c, unused));
    }

    /** {@code name}, which may be empty, declared as the type {@code id}. */
    public String of(int id, String name) throws OperationFailedException {
        return c.declaration(id, name, "").replaceAll("\\s+", " ").replace("* ", "*");
    }
}
