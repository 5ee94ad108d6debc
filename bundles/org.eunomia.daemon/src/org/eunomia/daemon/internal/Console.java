package org.eunomia.daemon.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.eunomia.core.CommandShell;
import org.eunomia.core.PackageDocuments;
import org.eunomia.core.TrackerService;

/** The daemon's shell on its own standard input and output. */
final class Console {
    private static final String PROMPT = "eunomia> ";

    private Console() { }

    static void start(CommandShell shell, TrackerService service, PackageDocuments documents) {
        Thread.ofPlatform().daemon().name("eunomia-console").start(() -> {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                System.out.print(PROMPT);
                System.out.flush();
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (!line.isBlank()) System.out.print(shell.run(line, service, documents).output());
                    System.out.print(PROMPT);
                    System.out.flush();
                }
            } catch (IOException e) {
                // Then there is no console any more; the daemon goes on.
            }
        });
    }
}
