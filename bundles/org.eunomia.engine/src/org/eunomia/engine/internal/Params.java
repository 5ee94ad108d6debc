package org.eunomia.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.elf.GlobalText;
import org.eunomia.kernel.ObjectSpec;

/** Turns the params that a user gave into bytes of global data. */
final class Params {
    private Params() { }

    static List<ObjectSpec.GlobalValue> globals(Package pack, Map<String, String> given) throws OperationFailedException {
        List<ObjectSpec.GlobalValue> globals = new ArrayList<>();
        for (Map.Entry<String, String> e : given.entrySet()) {
            ParamSpec param = find(pack, e.getKey());
            globals.add(new ObjectSpec.GlobalValue(param.section(), param.offset(), GlobalText.parse(param, e.getValue())));
        }
        // The section .bss holds no bytes, so that a default in it is a promise that the package makes and the object does not keep.
        for (ParamSpec p : pack.params()) {
            if (!p.section().startsWith(".bss") || given.containsKey(p.name()) || p.defaultValue().isEmpty()) continue;
            byte[] bytes = GlobalText.parse(p, p.defaultValue());
            if (!isZero(bytes)) globals.add(new ObjectSpec.GlobalValue(p.section(), p.offset(), bytes));
        }
        return globals;
    }

    private static boolean isZero(byte[] bytes) {
        for (byte b : bytes) if (b != 0) return false;
        return true;
    }

    private static ParamSpec find(Package pack, String name) throws OperationFailedException {
        for (ParamSpec p : pack.params()) if (p.name().equals(name)) return p;
        throw new OperationFailedException(new Failure.NotFound("param", name, Nearest.to(name, pack.params().stream().map(ParamSpec::name).toList())));
    }
}
