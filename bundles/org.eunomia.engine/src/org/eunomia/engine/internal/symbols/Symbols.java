package org.eunomia.engine.internal.symbols;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eunomia.core.StackFrame;

/**
 * Names code addresses of the kernel and of processes. What was learnt about a process is kept for a while, also after it has exited; of
 * one that was never looked at while it ran nothing can be told. C++ names stay as the linker sees them.
 */
public final class Symbols {
    private static final int MOST_PROCESSES = 512;
    private final Path proc;
    private final KernelSymbols kernel;
    private final Map<Integer, Process> processes = new RecentlyUsed<>(MOST_PROCESSES);
    private final FileSymbols files = new FileSymbols();
    private ElfSymbols vdso;

    public Symbols() {
        this(Path.of("/proc"));
    }

    Symbols(Path proc) {
        this.proc = proc;
        kernel = new KernelSymbols(proc);
    }

    /**
     * The first call for the kernel or for a file takes some tenths of a second.
     *
     * @param pid     0 for the kernel's addresses
     * @param notices told, perhaps again and again, when names cannot be had
     */
    public synchronized List<StackFrame> frames(int pid, long[] addresses, Consumer<String> notices) {
        if (pid == 0) return kernel.frames(addresses, notices);
        Optional<Process> process = process(pid);
        List<StackFrame> frames = new ArrayList<>(addresses.length);
        for (int i = 0; i < addresses.length; i++) {
            long a = addresses[i];
            boolean returns = i > 0;
            frames.add(process.flatMap(p -> frame(p, a, returns)).orElseGet(() -> new StackFrame(a, "", 0, "")));
        }
        return frames;
    }

    private Optional<Process> process(int pid) {
        Process known = processes.get(pid);
        if (known != null && !known.isReplaced()) return Optional.of(known);
        processes.remove(pid);
        Optional<Process> found = Process.look(proc, pid);
        found.ifPresent(p -> processes.put(pid, p));
        return found;
    }

    /**
     * @param returns whether a call returns there. Where it is the last of its function, as that of one that never returns, what lies there is another function already, or
     *                nothing: the call itself, a byte before, tells whose it is.
     */
    private Optional<StackFrame> frame(Process process, long address, boolean returns) {
        if (returns) {
            Optional<StackFrame> call = frame(process, address - 1, false).filter(f -> !f.symbol().isEmpty());
            if (call.isPresent()) return call.map(f -> new StackFrame(address, f.symbol(), f.offset() + 1, f.module()));
        }
        return process.find(address).map(m -> {
            Optional<ElfSymbols.Found> found = symbols(process, m).find(address - m.start() + m.offset());
            return new StackFrame(address, found.map(ElfSymbols.Found::name).orElse(""), found.map(ElfSymbols.Found::offset).orElse(0L), m.module());
        });
    }

    private ElfSymbols symbols(Process process, Mapping mapping) {
        if (mapping.isFile()) return files.of(process, mapping);
        if (!mapping.path().equals(Mapping.VDSO)) return ElfSymbols.NONE;
        if (vdso == null) vdso = Vdso.read(proc);
        return vdso;
    }
}
