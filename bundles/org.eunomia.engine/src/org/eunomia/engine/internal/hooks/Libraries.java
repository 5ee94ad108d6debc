package org.eunomia.engine.internal.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;

/** Programs and shared libraries in the folders where systems keep them. */
record Libraries(Path root) implements Listing {
    private static final List<String> PROGRAMS = List.of("usr/local/sbin", "usr/local/bin", "usr/sbin", "usr/bin");
    private static final List<String> LIBRARIES = List.of("usr/local/lib", "usr/lib", "usr/lib64");
    private static final byte[] MAGIC = {0x7f, 'E', 'L', 'F'};

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (String folder : PROGRAMS) names(root.resolve(folder), names);
        for (String folder : LIBRARIES) {
            Path parent = root.resolve(folder);
            names(parent, names);
            for (Path child : children(parent)) if (child.getFileName().toString().endsWith("-linux-gnu")) names(child, names);
        }
        return names;
    }

    private void names(Path folder, List<String> names) {
        boolean libraries = folder.toString().contains("/lib");
        for (Path file : children(folder)) if (!libraries || file.getFileName().toString().contains(".so")) names.add("/" + root.relativize(file));
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public boolean isHook(String name) {
        Path file = root.resolve(name.substring(1));
        if (!Files.isRegularFile(file)) return false;
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public Hook hook(String name) {
        return new Hook(HookKind.LIBRARY, name, "", List.of());
    }
}
