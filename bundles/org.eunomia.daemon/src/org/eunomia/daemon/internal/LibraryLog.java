package org.eunomia.daemon.internal;

import java.text.MessageFormat;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Makes lines of ours out of what libraries log through the JDK: warnings and worse. */
final class LibraryLog extends Handler {
    private final LogLines log;

    private LibraryLog(LogLines log) {
        this.log = log;
    }

    static void to(LogLines log) {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        root.addHandler(new LibraryLog(log));
    }

    @Override
    public void publish(LogRecord entry) {
        if (entry.getLevel().intValue() < Level.WARNING.intValue()) return;
        String message = entry.getParameters() == null || entry.getParameters().length == 0 ? entry.getMessage() : MessageFormat.format(entry.getMessage(), entry.getParameters());
        String cause = entry.getThrown() == null ? "" : entry.getThrown().toString();
        log.line(entry.getLevel().intValue() >= Level.SEVERE.intValue() ? "error" : "warning", "library", "logger", String.valueOf(entry.getLoggerName()), "message", message, "cause", cause);
    }

    @Override
    public void flush() { }

    @Override
    public void close() { }
}
