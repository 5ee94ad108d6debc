package org.eunomia.engine.internal.hooks;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.elf.Btf;
import org.eunomia.elf.BtfType;

/** The types of the running kernel and its modules, kept while there is memory for them and no module comes or goes. */
final class KernelTypes {
    private static final String KERNEL = "vmlinux";
    private final Path folder;
    private SoftReference<Loaded> loaded = new SoftReference<>(null);

    KernelTypes(Path folder) {
        this.folder = folder;
    }

    /** @param functions by name, those of the kernel before those of modules */
    record Loaded(List<String> files, Btf kernel, Map<String, Prototype> functions) {
        static final Loaded NONE = new Loaded(List.of(), null, Map.of());
    }

    synchronized Loaded now() throws OperationFailedException {
        List<String> files = files();
        Loaded before = loaded.get();
        if (before != null && before.files.equals(files)) return before;
        Loaded read = read(files);
        loaded = new SoftReference<>(read);
        return read;
    }

    /** For what types only adorn. */
    Loaded orNone() {
        try {
            return now();
        } catch (OperationFailedException e) {
            return Loaded.NONE;
        }
    }

    private List<String> files() throws OperationFailedException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw missing(e);
        }
    }

    private OperationFailedException missing(IOException why) {
        return new OperationFailedException(new Failure.Unavailable(folder.resolve(KERNEL).toString(), "the kernel does not describe its types",
                "a kernel with CONFIG_DEBUG_INFO_BTF does"), why);
    }

    private Loaded read(List<String> files) throws OperationFailedException {
        Btf kernel = Btf.parse(bytes(KERNEL).orElseThrow(() -> missing(null)));
        Map<String, Prototype> functions = new HashMap<>(1 << 17);
        add(kernel, functions);
        for (String module : files) {
            Optional<byte[]> types = module.equals(KERNEL) ? Optional.empty() : bytes(module);
            if (types.isPresent()) add(Btf.parseSplit(kernel, types.get()), functions);
        }
        return new Loaded(files, kernel, functions);
    }

    /** Empty for a module that went meanwhile. */
    private Optional<byte[]> bytes(String file) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void add(Btf btf, Map<String, Prototype> functions) throws OperationFailedException {
        for (BtfType.Func f : btf.all(BtfType.Func.class)) functions.putIfAbsent(f.name(), new Prototype(btf, f.prototype()));
    }
}
