package org.eunomia.pack.signature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** Keys in PEM files. */
public final class KeyFiles {
    private static final int MOST_BYTES = 1 << 20;

    private KeyFiles() { }

    /** Where {@link #write} puts the public half of {@code file}. */
    public static Path publicFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".pub");
    }

    /** Writes the private key for its owner's eyes only and the public key beside it. Neither may exist; on failure neither is left. */
    public static void write(SigningKey key, Path file) throws OperationFailedException {
        create(publicFile(file), "rw-r--r--", key.verifyingKey().pem());
        try {
            create(file, "rw-------", key.pem());
        } catch (OperationFailedException e) {
            try {
                Files.deleteIfExists(publicFile(file));
            } catch (IOException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private static void create(Path file, String permissions, String text) throws OperationFailedException {
        boolean created = false;
        try (SeekableByteChannel out = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))) {
            created = true;
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) out.write(bytes);
        } catch (FileAlreadyExistsException e) {
            throw new OperationFailedException(new Failure.Conflict("cannot create " + file, "it exists already", "keys are never overwritten; choose another name"), e);
        } catch (IOException e) {
            OperationFailedException failure = new OperationFailedException(new Failure.Unavailable("cannot write " + file, reason(e), ""), e);
            if (created) discard(file, failure);
            throw failure;
        }
    }

    private static void discard(Path file, Exception failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    public static SigningKey readPrivate(Path file) throws OperationFailedException {
        String text = read(file);
        List<byte[]> blocks = Pem.blocks(text, "PRIVATE KEY");
        if (blocks.isEmpty()) throw unusable(file, "there is no unencrypted PKCS #8 key in it", privateHint(text));
        try {
            return SigningKey.of(blocks.get(0)).orElseThrow(() -> unusable(file, "its key is neither ECDSA P-256 nor Ed25519", "eunomia keygen makes one"));
        } catch (GeneralSecurityException e) {
            throw unusable(file, "its key is damaged", "");
        }
    }

    private static String privateHint(String text) {
        if (text.contains("BEGIN EC PRIVATE KEY") || text.contains("BEGIN ENCRYPTED PRIVATE KEY")) return "openssl pkcs8 -topk8 -nodes -in OLD -out NEW makes one of it";
        return text.contains("BEGIN PUBLIC KEY") ? "this is the public half" : "eunomia keygen makes one";
    }

    /** All public keys of a file, at least one. */
    public static List<VerifyingKey> readPublic(Path file) throws OperationFailedException {
        String text = read(file);
        List<VerifyingKey> keys = new ArrayList<>();
        for (byte[] spki : Pem.blocks(text, "PUBLIC KEY")) {
            keys.add(VerifyingKey.of(spki).orElseThrow(() -> unusable(file, "a key in it is neither ECDSA P-256 nor Ed25519", "eunomia keygen makes such keys")));
        }
        if (!keys.isEmpty()) return keys;
        throw unusable(file, "there is no public key in it", text.contains("PRIVATE KEY") ? "this is a private key; its public half is the .pub file beside it" : "a block PUBLIC KEY in PEM is wanted");
    }

    private static String read(Path file) throws OperationFailedException {
        try {
            if (Files.size(file) > MOST_BYTES) throw new OperationFailedException(new Failure.LimitExceeded("key file " + file, "1 MiB", ""));
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new OperationFailedException(new Failure.NotFound("file", file.toString(), List.of()), e);
        } catch (AccessDeniedException e) {
            throw new OperationFailedException(new Failure.NotPermitted("read " + file, "", "who owns the file?"), e);
        } catch (IOException e) {
            throw unusable(file, reason(e), "");
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "the folder does not exist" : e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }

    private static OperationFailedException unusable(Path file, String reason, String hint) {
        return new OperationFailedException(new Failure.Unavailable("cannot use key file " + file, reason, hint));
    }
}
