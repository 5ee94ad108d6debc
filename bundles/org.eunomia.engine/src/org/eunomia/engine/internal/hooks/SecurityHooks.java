package org.eunomia.engine.internal.hooks;

import java.util.List;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;

/** Those of the security module that stands for BPF programs; none in a kernel without it. */
record SecurityHooks(KernelTypes.Loaded types) implements Listing {
    private static final String PREFIX = "bpf_lsm_";

    @Override
    public List<String> names() throws OperationFailedException {
        return types.functions().entrySet().stream().filter(f -> f.getKey().startsWith(PREFIX) && f.getValue().btf() == types.kernel()).map(f -> f.getKey().substring(PREFIX.length())).toList();
    }

    @Override
    public Hook hook(String name) throws OperationFailedException {
        return types.functions().get(PREFIX + name).hook(HookKind.LSM, name);
    }
}
