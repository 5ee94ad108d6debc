package org.eunomia.daemon.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.rest.Caller;
import org.eunomia.rest.Role;
import org.eunomia.wire.TokenLine;

/** Tokens out of a file that only its owner reads. A change of the file takes effect within a second, so that a token can be withdrawn. */
final class TokenFile {
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.complementOf(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE));
    private final Path file;
    private List<Entry> entries;
    private FileTime read;
    private long looked = System.nanoTime();

    /** Tokens are kept and compared as digests, which takes the same time whatever their text. */
    private record Entry(byte[] digest, Caller caller) { }

    private TokenFile(Path file) throws OperationFailedException {
        this.file = file;
        load();
    }

    /** Makes the file, with a token for an admin, when it is not there. */
    static TokenFile open(Path file) throws OperationFailedException {
        try {
            if (!Files.exists(file)) create(file);
        } catch (IOException e) {
            throw unusable(file, String.valueOf(e.getMessage()), e);
        }
        return new TokenFile(file);
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String text = "# role name token; roles are viewer, operator and admin\nadmin local " + Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(whole);
        Files.createFile(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, text, StandardOpenOption.WRITE);
        Files.move(whole, file);
    }

    private static OperationFailedException unusable(Path file, String reason, Exception cause) {
        return new OperationFailedException(new Failure.Unavailable("token file " + file, reason, ""), cause);
    }

    private void load() throws OperationFailedException {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Set<PosixFilePermission> open = Files.getPosixFilePermissions(file);
            open.retainAll(OTHERS);
            if (!open.isEmpty()) {
                throw new OperationFailedException(new Failure.Conflict("token file " + file, "others than its owner may use it", "chmod 600 " + file));
            }
            List<Entry> found = new ArrayList<>();
            for (TokenLine line : TokenLine.parse(Files.readString(file))) {
                found.add(new Entry(digest(line.token()), new Caller("token:" + line.name(), Role.valueOf(line.role().toUpperCase(Locale.ROOT)))));
            }
            entries = List.copyOf(found);
            read = changed;
        } catch (IOException e) {
            throw unusable(file, String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw unusable(file, e.getMessage().startsWith("No enum") ? "a role is none of viewer, operator, admin" : e.getMessage(), e);
        }
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nobody when the file has become unusable. */
    synchronized Optional<Caller> caller(String token) {
        refresh();
        byte[] wanted = digest(token);
        Caller found = null;
        for (Entry e : entries) if (MessageDigest.isEqual(e.digest, wanted)) found = e.caller;
        return Optional.ofNullable(found);
    }

    private void refresh() {
        long now = System.nanoTime();
        if (now - looked < LOOK_AGAIN_NANOS) return;
        looked = now;
        try {
            if (!Files.getLastModifiedTime(file).equals(read)) load();
        } catch (IOException | OperationFailedException e) {
            entries = List.of();
            read = null;
        }
    }
}
