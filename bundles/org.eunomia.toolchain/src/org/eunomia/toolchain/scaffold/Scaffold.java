package org.eunomia.cli.internal.scaffold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;

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

    /** Templates first, then examples, each by name. */
    public List<StartingPoint> all() throws IOException {
        List<StartingPoint> all = new ArrayList<>();
        for (Path p : folders("templates")) all.add(template(p));
        for (Path p : folders("examples")) all.add(new StartingPoint(p.getFileName().toString(), false, example(p), "", p));
        return all;
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

    private static StartingPoint template(Path folder) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("template.properties"))) {
            properties.load(in);
        }
        String name = folder.getFileName().toString();
        return new StartingPoint(name, true, properties.getProperty("description", properties.getProperty("title", "")), properties.getProperty("hook", ""), folder);
    }

    /** The first comment of its source that is more than a licence. */
    private static String example(Path folder) throws IOException {
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
