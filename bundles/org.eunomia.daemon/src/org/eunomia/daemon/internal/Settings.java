package org.eunomia.daemon.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eunomia.core.DaemonRunner.Setting;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;

/** What is set, by name: the command line wins over the environment, that over the file. */
final class Settings {
    static final Path SYSTEM_FILE = Path.of("/etc/eunomia/daemon.conf");

    /** @param place where it is set, for messages */
    private record Value(String text, String place) { }

    private final Map<String, Value> values = new HashMap<>();

    private Settings() { }

    static Settings of(Map<String, String> given, Map<String, String> environment) throws OperationFailedException {
        return of(given, environment, SYSTEM_FILE);
    }

    /** @param usual file to read when none is named and it is there */
    static Settings of(Map<String, String> given, Map<String, String> environment, Path usual) throws OperationFailedException {
        Settings s = new Settings();
        Optional<String> named = Optional.ofNullable(given.get(Keys.CONFIG)).or(() -> Optional.ofNullable(environment.get(variable(Keys.CONFIG))));
        if (named.isPresent()) s.read(Path.of(named.get()));
        else if (Files.isReadable(usual)) s.read(usual);
        for (Setting key : Keys.ALL) {
            String text = environment.get(variable(key.name()));
            if (text != null) s.values.put(key.name(), new Value(text, "in the environment"));
        }
        for (Map.Entry<String, String> g : given.entrySet()) s.put(g.getKey(), g.getValue(), "on the command line");
        return s;
    }

    private static String variable(String name) {
        return "EUNOMIA_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private void put(String name, String text, String place) throws OperationFailedException {
        if (!Keys.names().contains(name)) throw new OperationFailedException(new Failure.NotFound("setting " + place, name, Nearest.to(name, Keys.names())));
        values.put(name, new Value(text, place));
    }

    private void read(Path file) throws OperationFailedException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new OperationFailedException(new Failure.NotFound("file", file.toString(), List.of()), e);
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable(file.toString(), String.valueOf(e.getMessage()), ""), e);
        }
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            String place = "in " + file + " line " + (i + 1);
            int equals = line.indexOf('=');
            String name = equals < 0 ? line : line.substring(0, equals).strip();
            if (equals < 0) throw invalid(name, "", "'name = value' is wanted " + place);
            if (name.equals(Keys.CONFIG)) throw invalid(name, line.substring(equals + 1).strip(), "a file cannot name another, " + place);
            if (seen.contains(name)) throw invalid(name, line.substring(equals + 1).strip(), "it is set twice, again " + place);
            seen.add(name);
            put(name, line.substring(equals + 1).strip(), place);
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(Value::text);
    }

    List<String> list(String name) {
        return text(name).map(t -> List.of(t.split(",")).stream().map(String::strip).filter(s -> !s.isEmpty()).toList()).orElse(List.of());
    }

    boolean flag(String name) throws OperationFailedException {
        return switch (text(name).orElse("false").toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1", "" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw invalid(name, "yes or no is wanted");
        };
    }

    /** A failure about the value of {@code name}. */
    OperationFailedException invalid(String name, String problem) {
        Value value = values.getOrDefault(name, new Value("", "by default"));
        return invalid(name, value.text, problem + " (set " + value.place + ")");
    }

    private static OperationFailedException invalid(String name, String value, String problem) {
        return new OperationFailedException(new Failure.ParamInvalid(name, value, problem, "docs/daemon.conf describes all settings"));
    }
}
