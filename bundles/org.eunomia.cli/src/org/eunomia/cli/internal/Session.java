package org.eunomia.cli.internal;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.TrackerService;
import org.eunomia.core.TrackerServiceFactory;
import org.eunomia.core.view.Escapes;
import org.eunomia.core.watch.Viewer;

/**
 * What a command sees of its surroundings, so that tests can run commands within their own process.
 *
 * @param out         results, unbuffered
 * @param err         everything else
 * @param outTerminal whether a person watches {@code out}
 * @param errTerminal whether a person watches {@code err}
 * @param folder      what relative paths start from
 * @param runtime     opens what trackers run in
 */
public record Session(InputStream in, OutputStream out, PrintStream err, boolean outTerminal, boolean errTerminal, Map<String, String> environment,
        Path folder, StopSignal stop, TrackerServiceFactory runtime) implements Viewer {

    static Session ofProcess(StopSignal stop) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Session(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out), err, isTerminal(1), isTerminal(2),
                System.getenv(), Path.of(""), stop, Session::installedRuntime);
    }

    /** The runtime on the class path. */
    public static TrackerService installedRuntime() throws OperationFailedException {
        for (TrackerServiceFactory factory : ServiceLoader.load(TrackerServiceFactory.class)) return factory.open();
        throw new OperationFailedException(new Failure.Unavailable("this installation", "it has no runtime", ""));
    }

    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    public void print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void note(String line) {
        err.println("note: " + Escapes.text(line));
    }

    @Override
    public boolean isPerson() {
        return errTerminal;
    }

    @Override
    public boolean hasEnough() {
        return stop.isRequested();
    }

    public boolean isDebug() {
        return !environment.getOrDefault("EUNOMIA_DEBUG", "").isEmpty();
    }
}
