package org.eunomia.toolchain.scaffold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.toolchain.scaffold.StartingPoint.HookChoice;

/**
 * A tracker to be made. {@link NewTrackerRules} says what its parts may be.
 *
 * @param name    of the tracker and its files
 * @param license what the program tells the kernel
 * @param hook    where it attaches, empty for what the template says
 */
public record NewTracker(StartingPoint from, String name, String license, String hook) {

    /** What it consists of, by name, without writing anything. */
    public List<NewFile> files() throws IOException {
        List<NewFile> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(from.folder())) {
            for (Path p : files.filter(Files::isRegularFile).sorted().toList()) {
                String file = p.getFileName().toString();
                if (!file.equals("template.properties")) all.add(new NewFile(nameOf(file), filled(Files.readString(p))));
            }
        }
        return all;
    }

    /** Makes the files in {@code folder}, which may exist but must not have files of these names. @return the files that were made */
    public List<Path> create(Path folder) throws IOException, OperationFailedException {
        List<NewFile> files = files();
        Files.createDirectories(folder);
        for (NewFile f : files) {
            Path target = folder.resolve(f.name());
            if (Files.exists(target)) throw new OperationFailedException(new Failure.Conflict("cannot create " + target, "it exists already", "choose another folder"));
        }
        List<Path> made = new ArrayList<>();
        for (NewFile f : files) made.add(Files.writeString(folder.resolve(f.name()), f.text()));
        return made;
    }

    private String nameOf(String file) {
        if (from.template() && file.startsWith("template.")) return name + file.substring("template".length());
        return file.startsWith(from.name() + ".") ? name + file.substring(from.name().length()) : file;
    }

    private String filled(String text) {
        if (!from.template()) return text.replace('"' + from.name() + ".h\"", '"' + name + ".h\"");
        String where = hook.isEmpty() ? from.hook().map(HookChoice::usual).orElse("") : hook;
        return text.replace("@NAME@", name).replace("@LICENSE@", license).replace("@HOOK@", where);
    }
}
