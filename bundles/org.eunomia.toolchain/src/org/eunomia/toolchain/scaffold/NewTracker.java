package org.eunomia.cli.internal.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/**
 * A tracker to be made.
 *
 * @param name    of the tracker and its files
 * @param license what the program tells the kernel
 * @param hook    where it attaches, empty for what the template says
 */
public record NewTracker(StartingPoint from, String name, String license, String hook) {

    /** Makes the files in {@code folder}, which may exist but must not have files of these names. @return the files that were made */
    public List<Path> create(Path folder) throws IOException, OperationFailedException {
        List<Path> made = new ArrayList<>();
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(from.folder())) {
            for (Path p : files.filter(Files::isRegularFile).sorted().toList()) {
                if (p.getFileName().toString().equals("template.properties")) continue;
                Path target = folder.resolve(targetName(p.getFileName().toString()));
                if (Files.exists(target)) throw new OperationFailedException(new Failure.Conflict("cannot create " + target, "it exists already", "choose another folder"));
                Files.writeString(target, filled(Files.readString(p)));
                made.add(target);
            }
        }
        return made;
    }

    private String targetName(String file) {
        if (from.template() && file.startsWith("template.")) return name + file.substring("template".length());
        return file.startsWith(from.name() + ".") ? name + file.substring(from.name().length()) : file;
    }

    private String filled(String text) {
        if (from.template()) return text.replace("@NAME@", name).replace("@LICENSE@", license).replace("@HOOK@", hook.isEmpty() ? from.hook() : hook);
        return text.replace('"' + from.name() + ".h\"", '"' + name + ".h\"");
    }
}
