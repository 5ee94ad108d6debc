package org.eunomia.tests.ui.kit;

import java.io.IOException;
import java.io.Writer;

/** A process that opens files when told, and can be traced by its id. */
public final class OpeningProcess implements AutoCloseable {
    private final Process shell;
    private final Writer files;

    public OpeningProcess() throws IOException {
        shell = new ProcessBuilder("sh", "-c", "while read file; do read line < $file; done").redirectErrorStream(true).start();
        files = shell.outputWriter();
    }

    public long pid() {
        return shell.pid();
    }

    public void open(String file) throws IOException {
        files.write(file + "\n");
        files.flush();
    }

    @Override
    public void close() throws IOException {
        files.close();
        shell.destroy();
    }
}
