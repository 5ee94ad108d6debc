package org.eunomia.engine.internal.hooks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;
import org.eunomia.elf.BtfType;

/** What the kernel can walk over: it has a function {@code bpf_iter_NAME} and a struct {@code bpf_iter__NAME} for each. */
record Iterators(KernelTypes.Loaded types) implements Listing {
    private static final String FUNCTION = "bpf_iter_";
    private static final String CONTEXT = "bpf_iter__";

    @Override
    public List<String> names() throws OperationFailedException {
        Set<String> contexts = types.kernel().all(BtfType.Struct.class).stream().map(BtfType.Struct::name).filter(name -> name.startsWith(CONTEXT))
                .map(name -> name.substring(CONTEXT.length())).collect(Collectors.toSet());
        return contexts.stream().filter(name -> types.functions().containsKey(FUNCTION + name)).toList();
    }

    @Override
    public Hook hook(String name) throws OperationFailedException {
        return new Hook(HookKind.ITERATOR, name, "struct " + CONTEXT + name, ContextFields.of(types.kernel(), CONTEXT + name).stream().filter(f -> !f.name().equals("meta")).toList());
    }
}
