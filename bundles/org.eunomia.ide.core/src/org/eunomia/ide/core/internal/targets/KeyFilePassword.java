package org.eunomia.ide.core.internal.targets;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.core.runtime.ILog;
import org.eclipse.equinox.security.storage.provider.IPreferencesContainer;
import org.eclipse.equinox.security.storage.provider.PasswordProvider;

/**
 * Opens the secure storage with a random password that lies in a file only its user may read, as tokens of the daemon do, so that nobody is asked for one. A provider that
 * uses the desktop's key ring has a higher priority, and is used in place of this one where it is installed.
 */
public final class KeyFilePassword extends PasswordProvider {
    private static final int BYTES = 32;

    @Override
    public PBEKeySpec getPassword(IPreferencesContainer container, int passwordType) {
        boolean fresh = (passwordType & CREATE_NEW_PASSWORD) != 0;
        try {
            Path file = file();
            if (!Files.exists(file) || fresh && Files.size(file) == 0) make(file);
            return new PBEKeySpec(Files.readString(file).strip().toCharArray());
        } catch (IOException e) {
            ILog.of(KeyFilePassword.class).error("cannot read or write the key of the secure storage", e);
            return null;
        }
    }

    private static Path file() {
        String config = System.getenv().getOrDefault("XDG_CONFIG_HOME", "");
        return (config.startsWith("/") ? Path.of(config) : Path.of(System.getProperty("user.home"), ".config")).resolve("eunomia/storage.key");
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        try (FileChannel out = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            out.write(StandardCharsets.US_ASCII.encode(Base64.getEncoder().encodeToString(random)));
        } catch (FileAlreadyExistsException e) {
            // Another workbench of the same user was faster; its key is as good.
        }
    }
}
