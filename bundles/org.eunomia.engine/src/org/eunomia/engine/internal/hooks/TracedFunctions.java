package org.eunomia.engine.internal.hooks;

import java.util.List;
import java.util.Map;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;

/** Functions whose types are known and that are there as such, not only within others. */
record TracedFunctions(KernelFunctions functions, KernelTypes.Loaded types) implements Listing {
    @Override
    public List<String> names() throws OperationFailedException {
        Map<String, String> present = functions.modules();
        return types.functions().keySet().stream().filter(present::containsKey).toList();
    }

    @Override
    public Hook hook(String name) throws OperationFailedException {
        return types.functions().get(name).hook(HookKind.FENTRY, name);
    }
}
