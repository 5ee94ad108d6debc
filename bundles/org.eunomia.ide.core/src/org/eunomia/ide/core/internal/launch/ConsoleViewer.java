package org.eunomia.ide.core.internal.launch;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.eclipse.debug.core.model.IStreamMonitor;
import org.eclipse.debug.core.model.IStreamsProxy;
import org.eunomia.core.Failure;
import org.eunomia.core.view.Escapes;
import org.eunomia.core.watch.Viewer;

/** A console of the IDE as who watches: results on its output, the rest on its error stream, in the words of the command line. */
final class ConsoleViewer implements Viewer, IStreamsProxy {
    private final TextStream out = new TextStream();
    private final TextStream errors = new TextStream();
    private final PrintStream err = new PrintStream(errors, false, StandardCharsets.UTF_8);
    private final BooleanSupplier enough;

    /** @param enough whether to stop watching */
    ConsoleViewer(BooleanSupplier enough) {
        this.enough = enough;
    }

    @Override
    public OutputStream out() {
        return out;
    }

    @Override
    public PrintStream err() {
        return err;
    }

    @Override
    public void note(String line) {
        say("note: " + line);
    }

    void failed(Failure failure) {
        if (!failure.log().isEmpty()) errors.append(Escapes.lines(failure.log()) + (failure.log().endsWith("\n") ? "" : "\n"));
        say("error: " + failure.summary());
        if (!failure.hint().isEmpty()) say("hint: " + failure.hint());
    }

    private void say(String line) {
        err.flush();
        errors.append(Escapes.text(line) + "\n");
    }

    /** A line among the results. */
    void result(String line) {
        out.append(Escapes.text(line) + "\n");
    }

    /** Tells what is left to tell. */
    void end() {
        err.flush();
        out.tellLeftOut();
        errors.tellLeftOut();
    }

    @Override
    public boolean isPerson() {
        return false;
    }

    @Override
    public boolean hasEnough() {
        return enough.getAsBoolean();
    }

    @Override
    public IStreamMonitor getOutputStreamMonitor() {
        return out;
    }

    @Override
    public IStreamMonitor getErrorStreamMonitor() {
        return errors;
    }

    /** Trackers read nothing. */
    @Override
    public void write(String input) { }
}
