package org.eunomia.engine.internal.hooks;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;

/** All functions, whether their types are known or not. */
final class ProbedFunctions implements Listing {
    private final Map<String, String> modules;
    private final KernelTypes.Loaded types;

    ProbedFunctions(KernelFunctions functions, KernelTypes.Loaded types) throws OperationFailedException {
        modules = functions.modules();
        this.types = types;
    }

    @Override
    public Collection<String> names() {
        return modules.keySet();
    }

    @Override
    public Hook hook(String name) throws OperationFailedException {
        Prototype prototype = types.functions().get(name);
        return prototype == null ? new Hook(HookKind.KPROBE, name, modules.get(name), List.of()) : prototype.hook(HookKind.KPROBE, name);
    }
}
