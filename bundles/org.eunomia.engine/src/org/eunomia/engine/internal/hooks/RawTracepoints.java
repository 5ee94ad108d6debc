package org.eunomia.engine.internal.hooks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;
import org.eunomia.elf.BtfType;

/** The kernel has a typedef {@code btf_trace_NAME} of a pointer to a function for each. */
final class RawTracepoints implements Listing {
    private static final String PREFIX = "btf_trace_";
    private final KernelTypes.Loaded types;
    private final Map<String, BtfType.Typedef> all = new HashMap<>();

    RawTracepoints(KernelTypes.Loaded types) throws OperationFailedException {
        this.types = types;
        for (BtfType.Typedef t : types.kernel().all(BtfType.Typedef.class)) if (t.name().startsWith(PREFIX)) all.put(t.name().substring(PREFIX.length()), t);
    }

    @Override
    public Set<String> names() {
        return all.keySet();
    }

    @Override
    public Hook hook(String name) throws OperationFailedException {
        return new Hook(HookKind.RAW_TRACEPOINT, name, "", arguments(name));
    }

    /** The function that calls what is attached names them; the typedef has only their types. The first is the kernel's own, which programs do not see. */
    private List<Hook.Field> arguments(String name) throws OperationFailedException {
        Prototype caller = types.functions().get("__traceiter_" + name);
        if (caller != null) return caller.params(1);
        return types.kernel().type(all.get(name).target()) instanceof BtfType.Ptr p ? new Prototype(types.kernel(), p.target()).params(1) : List.of();
    }
}
