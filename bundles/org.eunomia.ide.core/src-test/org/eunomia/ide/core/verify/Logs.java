package org.eunomia.ide.core.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What Linux 6.18 and 6.1 really wrote; those of 7.3 are put together from what its source prints. */
final class Logs {
    private Logs() { }

    static String text(String name) {
        try (InputStream in = Logs.class.getResourceAsStream(name + ".log")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VerifierLog parse(String name) {
        return VerifierLog.parse(text(name));
    }
}
