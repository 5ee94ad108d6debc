package org.eunomia.toolchain.scaffold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.eunomia.core.Failure;
import org.eunomia.core.HookKind;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.toolchain.scaffold.StartingPoint.HookChoice;

/** The folder {@code bpf-scaffold} of this installation. */
public final class Scaffold {
    private final Path folder;

    public Scaffold(Path folder) {
        this.folder = folder;
    }

    /** By system property {@code eunomia.scaffold}, else in the product at {@code eunomia.home}. */
    public static Scaffold find() throws OperationFailedException {
        String named = System.getProperty("eunomia.scaffold", "");
        String home = System.getProperty("eunomia.home", "");
        Path folder = !named.isEmpty() ? Path.of(named) : Path.of(home.isEmpty() ? "." : home, "bpf-scaffold");
        if (!Files.isDirectory(folder)) throw new OperationFailedException(new Failure.NotFound("folder of templates", folder.toString(), List.of()));
        return new Scaffold(folder);
    }

    /** Templates first, in the order that they say, then examples by name. */
    public List<StartingPoint> all() throws IOException {
        List<StartingPoint> all = new ArrayList<>();
        List<Ordered> templates = new ArrayList<>();
        for (Path p : folders("templates")) templates.add(template(p));
        templates.stream().sorted(Comparator.comparingInt(Ordered::order)).forEach(t -> all.add(t.template));
        for (Path p : folders("examples")) all.add(example(p));
        return all;
    }

    public List<StartingPoint> templates() throws IOException {
        return all().stream().filter(StartingPoint::template).toList();
    }

    public StartingPoint named(String name) throws IOException, OperationFailedException {
        List<StartingPoint> all = all();
        for (StartingPoint s : all) if (s.name().equals(name)) return s;
        throw new OperationFailedException(new Failure.NotFound("template or example", name, Nearest.to(name, all.stream().map(StartingPoint::name).toList())));
    }

    private List<Path> folders(String kind) throws IOException {
        Path parent = folder.resolve(kind);
        if (!Files.isDirectory(parent)) return List.of();
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory).sorted().toList();
        }
    }

    private record Ordered(int order, StartingPoint template) { }

    private static Ordered template(Path folder) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("template.properties"))) {
            properties.load(in);
        }
        String name = folder.getFileName().toString();
        String title = properties.getProperty("title", name);
        String order = properties.getProperty("order", "");
        return new Ordered(order.matches("[0-9]{1,6}") ? Integer.parseInt(order) : Integer.MAX_VALUE, new StartingPoint(name, true, title, properties.getProperty("description", title), hook(properties), folder));
    }

    private static Optional<HookChoice> hook(Properties properties) {
        String usual = properties.getProperty("hook", "");
        if (usual.isEmpty()) return Optional.empty();
        String kind = properties.getProperty("hook.kind", "").toUpperCase(Locale.ROOT).replace('-', '_');
        Optional<HookKind> known = Arrays.stream(HookKind.values()).filter(k -> k.name().equals(kind)).findFirst();
        return Optional.of(new HookChoice(usual, properties.getProperty("hook.title", "Hook"), known, properties.getProperty("hook.filter", "")));
    }

    private static StartingPoint example(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        return new StartingPoint(name, false, name, firstComment(folder), Optional.empty(), folder);
    }

    /** The first comment of its source that is more than a licence. */
    private static String firstComment(Path folder) throws IOException {
        Path source = folder.resolve(folder.getFileName() + ".bpf.c");
        if (!Files.isRegularFile(source)) return "";
        try (BufferedReader in = Files.newBufferedReader(source)) {
            for (String line = in.readLine(); line != null && !line.startsWith("#"); line = in.readLine()) {
                if (line.contains("SPDX")) continue;
                String text = line.replace("/*", "").replace("*/", "").replaceFirst("^\\s*(//|\\*)", "").strip();
                if (!text.isEmpty()) return text;
            }
        }
        return "";
    }
}
