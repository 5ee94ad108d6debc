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
        return globals;
    }

    private static ParamSpec find(Package pack, String name) throws OperationFailedException {
        for (ParamSpec p : pack.params()) if (p.name().equals(name)) return p;
        throw new OperationFailedException(new Failure.NotFound("param", name, Nearest.to(name, pack.params().stream().map(ParamSpec::name).toList())));
    }
}
