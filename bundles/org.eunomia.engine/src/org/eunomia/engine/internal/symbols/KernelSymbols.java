package org.eunomia.engine.internal.symbols;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eunomia.core.StackFrame;

/** Names addresses by {@code /proc/kallsyms}, read when first needed and again when a module may have come since. */
final class KernelSymbols {
    private static final String KERNEL = "[kernel]";
    /** The file has no sizes: beyond that a symbol is too far away to be meant. */
    private static final long LONGEST = 1 << 20;
    private static final long REREAD_NANOS = TimeUnit.SECONDS.toNanos(10);
    private final Path file;
    private SymbolTable table;
    private List<String> modules = List.of();
    private long readAt;

    KernelSymbols(Path proc) {
        file = proc.resolve("kallsyms");
    }

    /** @param notices told when names cannot be had */
    List<StackFrame> frames(long[] addresses, Consumer<String> notices) {
        if (table == null) read();
        if (table.isEmpty()) {
            notices.accept("kernel functions have no names: " + file + " shows no addresses; set kernel.kptr_restrict to 0 or give the process CAP_SYSLOG");
        }
        List<StackFrame> frames = new ArrayList<>(addresses.length);
        for (int i = 0; i < addresses.length; i++) frames.add(frame(addresses[i], i > 0));
        return frames;
    }

    /** @param returns whether a call returns there, which then is the one a byte before */
    private StackFrame frame(long address, boolean returns) {
        Optional<SymbolTable.Symbol> found = find(address, returns);
        if (found.isEmpty() && !table.isEmpty() && System.nanoTime() - readAt > REREAD_NANOS) {
            read();
            found = find(address, returns);
        }
        return found.map(s -> new StackFrame(address, s.name(), address - s.start(), modules.get(s.module()))).orElseGet(() -> new StackFrame(address, "", 0, KERNEL));
    }

    private Optional<SymbolTable.Symbol> find(long address, boolean returns) {
        Optional<SymbolTable.Symbol> call = returns ? table.find(address - 1, LONGEST) : Optional.empty();
        return call.isPresent() ? call : table.find(address, LONGEST);
    }

    private void read() {
        readAt = System.nanoTime();
        try {
            parse(Files.readAllBytes(file));
        } catch (IOException e) {
            table = SymbolTable.EMPTY;
        }
    }

    /** Lines of {@code ffffffff81000080 T name}, with a tab and {@code [module]} behind it for modules. */
    private void parse(byte[] text) {
        SymbolTable.Builder symbols = new SymbolTable.Builder();
        List<String> found = new ArrayList<>(List.of(KERNEL));
        Map<String, Integer> index = new HashMap<>();
        int at = 0;
        while (at < text.length) {
            int end = at;
            while (end < text.length && text[end] != '\n') end++;
            line(symbols, text, at, end, found, index);
            at = end + 1;
        }
        table = symbols.build();
        modules = found;
    }

    private static void line(SymbolTable.Builder symbols, byte[] text, int from, int end, List<String> modules, Map<String, Integer> index) {
        long address = 0;
        int at = from;
        for (; at < end && text[at] != ' '; at++) address = address << 4 | Character.digit(text[at], 16) & 15;
        if (address == 0 || at + 3 >= end) return;
        int kind = text[at + 1];
        if ("tTwW".indexOf(kind) < 0) return;
        int name = at + 3;
        int nameEnd = name;
        while (nameEnd < end && text[nameEnd] != '\t' && text[nameEnd] != ' ') nameEnd++;
        int module = 0;
        if (nameEnd < end) {
            String of = new String(text, nameEnd + 1, end - nameEnd - 1, StandardCharsets.US_ASCII).strip();
            module = index.computeIfAbsent(of, m -> {
                modules.add(m);
                return modules.size() - 1;
            });
            if (module > Short.MAX_VALUE) return;
        }
        symbols.add(address, 0, module, rank(kind, text[name]), text, name, nameEnd);
    }

    /** What a reader expects: a global name before a local one, an ordinary one before one with underscores. */
    private static int rank(int kind, byte first) {
        return (first == '_' ? 0 : 2) + (kind == 'T' ? 1 : 0);
    }
}
