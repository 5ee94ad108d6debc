package org.eunomia.engine.internal.symbols;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eunomia.core.OperationFailedException;

/** The library that the kernel maps into each process. It lies in no file, but ours is the same as theirs. */
final class Vdso {
    private Vdso() { }

    static ElfSymbols read(Path proc) {
        Path self = proc.resolve("self");
        try {
            for (String line : Files.readAllLines(self.resolve("maps"))) {
                Mapping m = Mapping.parse(line).orElse(null);
                if (m == null || !m.path().equals(Mapping.VDSO)) continue;
                ByteBuffer content = ByteBuffer.allocate((int) (m.end() - m.start()));
                try (FileChannel memory = FileChannel.open(self.resolve("mem"))) {
                    memory.read(content, m.start());
                }
                return ElfSymbols.of(content.flip());
            }
        } catch (IOException | OperationFailedException e) {
            return ElfSymbols.NONE;
        }
        return ElfSymbols.NONE;
    }
}
