package org.eunomia.engine.internal.hooks;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;

/** System calls that have a tracepoint both where they begin and where they end. */
record Syscalls(Tracepoints tracepoints) implements Listing {
    private static final String ENTER = "syscalls/sys_enter_";
    private static final String EXIT = "syscalls/sys_exit_";

    @Override
    public List<String> names() throws OperationFailedException {
        Set<String> all = Set.copyOf(tracepoints.names());
        return all.stream().filter(name -> name.startsWith(ENTER)).map(name -> name.substring(ENTER.length())).filter(name -> all.contains(EXIT + name)).toList();
    }

    @Override
    public Hook hook(String name) {
        List<Hook.Field> fields = tracepoints.fields(ENTER + name).stream().filter(f -> !f.name().equals("__syscall_nr")).toList();
        return new Hook(HookKind.SYSCALL, name, name + "(" + fields.stream().map(Hook.Field::declaration).collect(Collectors.joining(", ")) + ")", fields);
    }
}
