package org.eunomia.engine.internal.hooks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eunomia.core.Failure;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;
import org.eunomia.elf.ElfFile;
import org.eunomia.elf.ElfSection;
import org.eunomia.elf.ElfSymbol;

/** Functions that the symbols of one program or library name. */
record UserFunctions(Path root, Path file) implements Listing {
    /** The largest browsers have a million; holding those would cost the daemon hundreds of megabytes. */
    private static final long MOST_SYMBOL_BYTES = 500_000 * 24L;

    @Override
    public Set<String> names() throws OperationFailedException {
        Path path = root.resolve(file.toString().substring(file.isAbsolute() ? 1 : 0));
        if (!file.isAbsolute() || !Files.isRegularFile(path)) throw new OperationFailedException(new Failure.NotFound("program or library", file.toString(), List.of()));
        try (FileChannel channel = FileChannel.open(path)) {
            if (channel.size() > Integer.MAX_VALUE) throw tooLarge();
            return functions(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException | InternalError e) { // the latter: the file was cut off while it was being read
            throw new OperationFailedException(new Failure.Unavailable(file.toString(), "it cannot be read", ""), e);
        }
    }

    private Set<String> functions(ByteBuffer content) throws OperationFailedException {
        Set<String> names = new TreeSet<>();
        try {
            ElfFile elf = ElfFile.parse(content);
            for (int table : new int[] {ElfSection.SYMTAB, ElfSection.DYNSYM}) {
                if (elf.sections().stream().anyMatch(s -> s.type() == table && s.size() > MOST_SYMBOL_BYTES)) throw tooLarge();
                for (ElfSymbol s : elf.symbols(table)) if (s.isFunction() && s.section() != 0 && !s.name().isEmpty()) names.add(s.name());
            }
        } catch (OperationFailedException e) {
            if (!(e.failure() instanceof Failure.ObjectInvalid invalid)) throw e;
            throw new OperationFailedException(new Failure.Unavailable(file.toString(), "no program or library: " + invalid.problem(), ""), e);
        }
        return names;
    }

    private OperationFailedException tooLarge() {
        return new OperationFailedException(new Failure.LimitExceeded("list of the functions of " + file, "500000 symbols", "type the function's name"));
    }

    @Override
    public Hook hook(String name) {
        return new Hook(HookKind.UPROBE, file + ":" + name, "", List.of());
    }
}
