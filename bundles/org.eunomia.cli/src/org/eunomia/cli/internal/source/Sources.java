package org.eunomia.cli.internal.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eunomia.cli.internal.Session;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageReader;

/** Makes a package of what the user names: a source, a package, an object, standard input, JSON on the command line, a URL. */
public final class Sources {
    private final Session session;
    private final SourceOptions options;

    public Sources(Session session, SourceOptions options) {
        this.session = session;
        this.options = options;
    }

    /** Whether {@code argument} is more likely a source than the value of an option before it. */
    public static boolean looksLikeSource(String argument, Path folder) {
        if (argument.equals("-") || isJson(argument) || isUrl(argument)) return true;
        return argument.endsWith(".c") || argument.endsWith(".json") || argument.endsWith(".o") || exists(argument, folder);
    }

    private static boolean exists(String argument, Path folder) {
        return !argument.isEmpty() && argument.indexOf('\0') < 0 && Files.exists(folder.resolve(argument));
    }

    static boolean isUrl(String source) {
        return source.startsWith("http://") || source.startsWith("https://");
    }

    private static boolean isJson(String source) {
        return source.stripLeading().startsWith("{");
    }

    public Package open(String source) throws OperationFailedException, InterruptedException {
        if (source.equals("-")) return read("standard input", session.in());
        if (isJson(source)) return PackageReader.read("on the command line", source.getBytes(StandardCharsets.UTF_8));
        if (isUrl(source)) return Download.open(source, in -> read(source, in));
        Path file = session.folder().resolve(source);
        if (!Files.exists(file)) throw new OperationFailedException(missing(source, file));
        if (Files.isDirectory(file)) return open(onlySource(source, file));
        if (source.endsWith(".c")) return new Compilation(session, options).build(source).pack();
        try (InputStream in = Files.newInputStream(file)) {
            return read(source, in);
        } catch (IOException e) {
            throw new OperationFailedException(unreadable(source, e), e);
        }
    }

    private Package read(String title, InputStream stream) throws OperationFailedException {
        try {
            BufferedInputStream in = new BufferedInputStream(stream);
            in.mark(512);
            byte[] head = in.readNBytes(256);
            in.reset();
            if (isElf(head)) return PackageReader.read(title, in);
            String start = new String(head, StandardCharsets.UTF_8).stripLeading();
            if (start.startsWith("<")) throw wrong(title, "this is an HTML or XML page", "give the address of the package itself, not of a page about it");
            if (head.length == 0) throw wrong(title, "it is empty", "");
            if (!start.startsWith("{")) throw wrong(title, "neither JSON nor a BPF object", "a C source must be a file whose name ends in .bpf.c");
            return PackageReader.read(title, in);
        } catch (IOException e) {
            throw new OperationFailedException(unreadable(title, e), e);
        }
    }

    private static boolean isElf(byte[] head) {
        return head.length >= 4 && head[0] == 0x7f && head[1] == 'E' && head[2] == 'L' && head[3] == 'F';
    }

    private static OperationFailedException wrong(String title, String problem, String hint) {
        return new OperationFailedException(new Failure.PackageInvalid(title, "", problem, hint));
    }

    private static Failure unreadable(String title, IOException e) {
        if (e instanceof java.nio.file.AccessDeniedException) return new Failure.NotPermitted("read " + title, "", "who owns the file?");
        return new Failure.Unavailable("cannot read " + title, String.valueOf(e.getMessage()), "");
    }

    private static Failure missing(String source, Path file) {
        List<String> near = List.of();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
            try (Stream<Path> siblings = Files.list(folder)) {
                List<String> names = siblings.map(p -> p.getFileName().toString()).limit(10_000).toList();
                String prefix = source.substring(0, source.lastIndexOf('/') + 1);
                near = Nearest.to(file.getFileName().toString(), names).stream().map(n -> prefix + n).toList();
            } catch (IOException | java.io.UncheckedIOException e) {
                near = List.of();
            }
        }
        return new Failure.NotFound("file", source, near);
    }

    private static String onlySource(String source, Path folder) throws OperationFailedException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> found = files.map(p -> p.getFileName().toString()).filter(n -> n.endsWith(".bpf.c")).sorted().toList();
            String prefix = source.endsWith("/") ? source : source + "/";
            if (found.size() == 1) return prefix + found.get(0);
            throw new OperationFailedException(new Failure.NotFound("single .bpf.c in the folder", source, found.stream().map(n -> prefix + n).toList()));
        } catch (IOException e) {
            throw new OperationFailedException(unreadable(source, e), e);
        }
    }

    /** What to call a tracker whose package has no name: the file's, without folder and endings; empty when there is none. */
    public static String nameOf(String source) {
        if (source.equals("-") || isJson(source)) return "";
        String path = source.indexOf('?') < 0 || !isUrl(source) ? source : source.substring(0, source.indexOf('?'));
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
