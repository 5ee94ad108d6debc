package org.eunomia.engine.internal.hooks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Failure;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.core.OperationFailedException;

/** Those that tracefs shows (Documentation/trace/events.rst). */
record Tracepoints(Path tracefs) implements Listing {
    private static final Pattern FIELD = Pattern.compile("\\s*field:([^;]+);\\s*offset:(\\d{1,9});\\s*size:(\\d{1,9});.*");
    private static final Pattern LAST_NAME = Pattern.compile(".*?(\\w+)(?:\\[[^]]*])*$");

    @Override
    public List<String> names() throws OperationFailedException {
        Path file = tracefs.resolve("available_events");
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream().map(line -> line.replace(':', '/')).toList();
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable(file.toString(), "it cannot be read", "run as root; reading it takes CAP_DAC_READ_SEARCH"), e);
        }
    }

    @Override
    public Hook hook(String name) {
        return new Hook(HookKind.TRACEPOINT, name, "", fields(name));
    }

    /** Without those that all tracepoints have; none when they cannot be read. */
    List<Hook.Field> fields(String name) {
        try {
            List<Hook.Field> fields = new ArrayList<>();
            for (String line : Files.readAllLines(tracefs.resolve("events").resolve(name).resolve("format"), StandardCharsets.ISO_8859_1)) {
                Matcher field = FIELD.matcher(line);
                if (!field.matches()) continue;
                String declaration = field.group(1).replace("* ", "*");
                Matcher last = LAST_NAME.matcher(declaration);
                if (!last.matches() || last.group(1).startsWith("common_")) continue;
                fields.add(new Hook.Field(last.group(1), declaration, Integer.parseInt(field.group(2)), Integer.parseInt(field.group(3))));
            }
            return fields;
        } catch (IOException e) {
            return List.of();
        }
    }
}
