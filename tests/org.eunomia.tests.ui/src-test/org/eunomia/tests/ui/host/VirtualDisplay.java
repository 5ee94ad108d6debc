package org.eunomia.tests.ui.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An X server without a screen on a number of its own, with a window manager, since windows without one get no keys. */
final class VirtualDisplay implements AutoCloseable {
    private final Process server;
    private final Process windows;
    private final String name;

    VirtualDisplay(Path log) throws IOException {
        server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp").redirectError(log.toFile()).start();
        BufferedReader numbers = server.inputReader();
        String number = numbers.readLine();
        if (number == null) throw new IOException("Xvfb did not start; see " + log);
        name = ":" + number.strip();
        ProcessBuilder manager = new ProcessBuilder("openbox").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        manager.environment().put("DISPLAY", name);
        windows = manager.start();
    }

    /** As {@code DISPLAY} wants it. */
    String name() {
        return name;
    }

    @Override
    public void close() {
        for (Process process : new Process[] {windows, server}) {
            process.destroy();
            try {
                if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
