package org.eunomia.daemon.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eunomia.rest.RestLog;
import org.eunomia.wire.Json;

/** Log lines of names and values. */
final class LogLines implements RestLog {
    private static final Pattern WORD = Pattern.compile("[\\x21\\x23-\\x3c\\x3e-\\x7e]+");
    private final Consumer<String> out;
    private final boolean json;

    LogLines(Consumer<String> out, boolean json) {
        this.out = out;
        this.json = json;
    }

    void line(String level, String event, Object... namesAndValues) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", Instant.now().toString());
        line.put("level", level);
        line.put("event", event);
        for (int i = 0; i < namesAndValues.length; i += 2) line.put((String) namesAndValues[i], namesAndValues[i + 1]);
        out.accept(json ? new String(Json.write(line), StandardCharsets.UTF_8)
                : line.entrySet().stream().map(e -> e.getKey() + "=" + text(e.getValue())).collect(Collectors.joining(" ")));
    }

    /** As it is when it is one plain word, else as a JSON string, which has no line ends. */
    private static String text(Object value) {
        String text = String.valueOf(value);
        return WORD.matcher(text).matches() ? text : new String(Json.write(text), StandardCharsets.UTF_8);
    }

    @Override
    public void answered(String operation, String caller, String method, String path, int status, Duration took) {
        line("info", "request", "operation", operation, "caller", caller, "method", method, "path", path, "status", (long) status, "ms", took.toMillis());
    }

    @Override
    public void changed(String operation, String caller, String action, String tracker, String digest, String outcome) {
        line("info", "change", "operation", operation, "caller", caller, "action", action, "tracker", tracker, "digest", digest, "outcome", outcome);
    }

    @Override
    public void broken(String operation, Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        line("error", "defect", "operation", operation, "problem", cause.toString(), "at", trace.length == 0 ? "" : trace[0].toString());
    }
}
