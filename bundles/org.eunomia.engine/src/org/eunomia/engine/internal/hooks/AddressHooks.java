package org.eunomia.engine.internal.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;
import org.eunomia.elf.Btf;
import org.eunomia.elf.BtfType;

/** System calls of a control group's processes that take an address: the kernel has a constant {@code BPF_CGROUP_INET4_CONNECT} and the like for each. */
final class AddressHooks implements Listing {
    private static final Pattern OF_CALL = Pattern.compile("BPF_CGROUP_INET([46])_(BIND|CONNECT|GETPEERNAME|GETSOCKNAME)");
    private static final Pattern OF_MESSAGE = Pattern.compile("BPF_CGROUP_UDP([46])_(SENDMSG|RECVMSG)");
    private static final Pattern OF_UNIX = Pattern.compile("BPF_CGROUP_(UNIX)_(CONNECT|SENDMSG|RECVMSG|GETPEERNAME|GETSOCKNAME)");

    private final Btf kernel;
    private final List<Hook.Field> fields;

    AddressHooks(KernelTypes.Loaded types) throws OperationFailedException {
        kernel = types.kernel();
        fields = ContextFields.of(kernel, "bpf_sock_addr");
    }

    @Override
    public List<String> names() throws OperationFailedException {
        int id = kernel.find("bpf_attach_type", BtfType.Enum.class);
        List<String> names = new ArrayList<>();
        if (id < 0) return names;
        for (BtfType.Enumerator e : ((BtfType.Enum) kernel.type(id)).values()) {
            for (Pattern p : List.of(OF_CALL, OF_MESSAGE, OF_UNIX)) {
                Matcher m = p.matcher(e.name());
                if (m.matches()) names.add((m.group(2) + (m.group(1).equals("UNIX") ? "_UNIX" : m.group(1))).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    @Override
    public Hook hook(String name) {
        return new Hook(HookKind.CGROUP, name, "struct bpf_sock_addr", fields);
    }
}
