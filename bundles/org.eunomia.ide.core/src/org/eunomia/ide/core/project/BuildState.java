package org.eunomia.ide.core.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;

/** What the last build of each source used, kept over restarts: a line for the source, {@code =} or {@code !} with its path, and one for each file it includes. */
final class BuildState {
    private record Entry(boolean failed, Set<String> files) { }

    private static final String BUILT = "=";
    private static final String FAILED = "!";
    private static final String USES = " ";

    /** By path in the workspace; files by location on disk. */
    private final Map<String, Entry> entries = new TreeMap<>();

    static BuildState read(Path file) {
        BuildState state = new BuildState();
        if (!Files.exists(file)) return state;
        try {
            Set<String> files = new HashSet<>();
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith(USES)) files.add(line.substring(1));
                else if (!line.isEmpty()) state.entries.put(line.substring(1), new Entry(line.startsWith(FAILED), files = new HashSet<>()));
            }
        } catch (IOException e) {
            // Everything is built then.
            state.entries.clear();
        }
        return state;
    }

    void write(Path file) throws CoreException {
        StringBuilder text = new StringBuilder();
        entries.forEach((source, entry) -> {
            text.append(entry.failed ? FAILED : BUILT).append(source).append('\n');
            entry.files.stream().sorted().forEach(f -> text.append(USES).append(f).append('\n'));
        });
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CoreException(Status.error("The state of the build cannot be kept", e));
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    void built(IFile source, List<Path> files) {
        Set<String> used = new HashSet<>();
        for (Path file : files) used.add(file.toAbsolutePath().normalize().toString());
        entries.put(path(source), new Entry(false, used));
    }

    /** What it used before stays: one of these files may be at fault. */
    void failed(IFile source) {
        Entry before = entries.get(path(source));
        entries.put(path(source), new Entry(true, before == null ? Set.of() : before.files));
    }

    void forget(IFile source) {
        entries.remove(path(source));
    }

    /** Whether a change of {@code file} may change what is built from {@code source}. Of a source that failed nobody knows what it wants to include. */
    boolean concerns(IFile source, IFile file) {
        Entry entry = entries.get(path(source));
        return entry == null || entry.failed || uses(source, file);
    }

    boolean uses(IFile source, IFile file) {
        Entry entry = entries.get(path(source));
        IPath location = file.getLocation();
        return entry != null && location != null && entry.files.contains(location.toPath().normalize().toString());
    }

    boolean knows(IFile source) {
        return entries.containsKey(path(source));
    }

    /** Projects other than {@code own} that have files which sources use. */
    Set<IProject> otherProjects(IProject own) {
        Set<IProject> projects = new HashSet<>();
        for (Entry entry : entries.values()) for (String file : entry.files) {
            for (IFile found : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(Path.of(file).toUri())) if (found.exists()) projects.add(found.getProject());
        }
        projects.remove(own);
        return projects;
    }

    private static String path(IFile source) {
        return source.getFullPath().toString();
    }
}
