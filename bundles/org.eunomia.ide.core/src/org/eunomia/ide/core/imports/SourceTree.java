package org.eunomia.ide.core.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** A folder with sources. Included files that it has come along; the kernel's header is made by the builder, and libbpf's come with Eunomia. */
final class SourceTree {
    private static final Pattern INCLUDE = Pattern.compile("(?m)^[ \\t]*#[ \\t]*include[ \\t]*\"([^\"\\n]+)\"");
    private static final String KERNEL = "vmlinux.h";
    /** In the scaffold's folder of headers. */
    private static final Set<String> PROVIDED = Set.of("log2.bpf.h");
    /** Where builds of others leave what they made, and what they brought along. */
    private static final Set<String> SKIPPED = Set.of("build", "target", "node_modules", "libbpf", "bpftool", "blazesym");
    private static final int DEEPEST = 6;
    private static final int MOST_FILES = 500;
    private static final long MOST_BYTES = 4 << 20;

    private final Path root;
    private final TreeMap<String, ImportedFile> files = new TreeMap<>();
    private final TreeSet<String> notices = new TreeSet<>();

    SourceTree(Path root) {
        this.root = root.normalize();
    }

    TrackerImport one(Path source) throws IOException, OperationFailedException {
        add(source.normalize());
        String file = source.getFileName().toString();
        return plan(TrackerImport.Kind.SOURCE, file.substring(0, file.length() - TrackerImport.SOURCE.length()), files.get(file));
    }

    TrackerImport all() throws IOException, OperationFailedException {
        List<Path> sources = sources();
        if (sources.isEmpty()) {
            throw new OperationFailedException(new Failure.NotFound("program (.bpf.c) in", root.toString(), List.of()));
        }
        for (Path s : sources) add(s);
        return plan(TrackerImport.Kind.FOLDER, root.getFileName() == null ? "trackers" : root.getFileName().toString(), files.get(name(sources.getFirst())));
    }

    private TrackerImport plan(TrackerImport.Kind kind, String name, ImportedFile main) {
        return new TrackerImport(kind, TrackerImport.legal(name), List.copyOf(files.values()), main, List.copyOf(notices));
    }

    private List<Path> sources() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = String.valueOf(folder.getFileName());
                return !folder.equals(root) && (name.startsWith(".") || SKIPPED.contains(name)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && file.toString().endsWith(TrackerImport.SOURCE)) found.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
                notices.add(file + " cannot be read and is left out");
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(null);
        return found;
    }

    private String name(Path file) {
        return root.relativize(file).toString();
    }

    /** With all that it includes and the tree has. */
    private void add(Path file) throws IOException, OperationFailedException {
        if (files.containsKey(name(file))) return;
        if (files.size() == MOST_FILES) throw new OperationFailedException(new Failure.LimitExceeded(root.toString(), MOST_FILES + " files", "import a folder within it"));
        if (Files.size(file) > MOST_BYTES) throw new OperationFailedException(new Failure.LimitExceeded(file.toString(), "4 MB for a source", ""));
        files.put(name(file), new ImportedFile(file, name(file)));
        Matcher include = INCLUDE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (include.find()) include(file, include.group(1));
    }

    private void include(Path from, String header) throws IOException, OperationFailedException {
        Path found = from.resolveSibling(header).normalize();
        if (!Files.isRegularFile(found)) found = root.resolve(header).normalize();
        String file = found.getFileName().toString();
        boolean there = Files.isRegularFile(found);
        if (file.equals(KERNEL) || !there && PROVIDED.contains(file)) return;
        if (!there) notices.add(name(from) + " includes " + header + ", which is not there: add its folder to the include paths of the project");
        else if (!found.startsWith(root)) notices.add(name(from) + " includes " + header + ", which lies outside of " + root + " and is left out");
        else add(found);
    }
}
