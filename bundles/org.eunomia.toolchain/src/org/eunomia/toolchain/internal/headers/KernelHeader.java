package org.eunomia.toolchain.internal.headers;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.elf.Btf;
import org.eunomia.elf.BtfHeader;

/** {@code vmlinux.h}, written from BTF once for each kernel. */
public final class KernelHeader {
    public static final String NAME = "vmlinux.h";
    private static final Path RUNNING = Path.of("/sys/kernel/btf/vmlinux");
    /** Holds the build id of the running kernel, which tells as much as a digest of its BTF and is 500 bytes instead of 5 MB. */
    private static final Path NOTES = Path.of("/sys/kernel/notes");
    /** Changes when {@link BtfHeader} writes something else for the same BTF. */
    private static final String FORM = "2";

    private final Cache cache;
    private final Path btf;

    /** @param btf a file, null for the running kernel's */
    public KernelHeader(Cache cache, Path btf) {
        this.cache = cache;
        this.btf = btf;
    }

    /** A folder that holds nothing but an empty {@code vmlinux.h}, for finding out whether a source includes it. */
    public Path emptyFolder() throws OperationFailedException {
        return cache.file("vmlinux/empty/" + NAME, target -> Files.writeString(target, "")).getParent();
    }

    /** The folder that holds the header, which is written if it is not there yet. */
    public Path folder() throws OperationFailedException {
        return cache.file("vmlinux/" + key() + "/" + NAME, this::write).getParent();
    }

    private String key() throws OperationFailedException {
        try {
            if (btf == null && Files.isReadable(NOTES)) return Cache.digest(FORM, Files.readAllBytes(NOTES), Long.toString(Files.size(RUNNING)));
            return Cache.digest(FORM, Files.readAllBytes(btf == null ? RUNNING : btf));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void write(Path target) throws IOException, OperationFailedException {
        byte[] types;
        try {
            types = Files.readAllBytes(btf == null ? RUNNING : btf);
        } catch (IOException e) {
            throw unreadable(e);
        }
        try (BufferedWriter out = Files.newBufferedWriter(target)) {
            BtfHeader.write(Btf.parse(types), out);
        }
    }

    private OperationFailedException unreadable(IOException e) {
        String hint = btf != null ? "" : "put the vmlinux.h of a kernel with BTF beside the source, or name a BTF file";
        String reason = e instanceof NoSuchFileException ? "there is no " + e.getMessage() : e.getMessage();
        return new OperationFailedException(new Failure.Unavailable("the kernel's types for vmlinux.h", reason, hint), e);
    }
}
