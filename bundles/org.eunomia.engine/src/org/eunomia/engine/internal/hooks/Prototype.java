package org.eunomia.engine.internal.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;
import org.eunomia.elf.Btf;
import org.eunomia.elf.BtfType;
import org.eunomia.elf.Declarations;

/** The type of a function. */
record Prototype(Btf btf, int id) {
    /** One that attaches to the function, with its declaration as in C but for the semicolon. */
    Hook hook(HookKind kind, String function) throws OperationFailedException {
        if (!(btf.type(id) instanceof BtfType.FuncProto proto)) return new Hook(kind, function, "", List.of());
        List<Hook.Field> params = params(0);
        String declared = params.isEmpty() ? "void" : params.stream().map(Hook.Field::declaration).collect(Collectors.joining(", "));
        return new Hook(kind, function, new Declarations(btf).of(proto.result(), function + "(" + declared + ")"), params);
    }

    /** @param from how many are left out */
    List<Hook.Field> params(int from) throws OperationFailedException {
        if (!(btf.type(id) instanceof BtfType.FuncProto proto)) return List.of();
        Declarations c = new Declarations(btf);
        List<Hook.Field> fields = new ArrayList<>();
        for (BtfType.Param p : proto.params().stream().skip(from).toList()) {
            fields.add(new Hook.Field(p.name(), p.type() == 0 ? "..." : c.of(p.type(), p.name()), -1, -1));
        }
        return fields;
    }
}
