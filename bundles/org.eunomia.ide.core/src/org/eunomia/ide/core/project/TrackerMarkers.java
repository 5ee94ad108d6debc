package org.eunomia.ide.core.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** Problem markers of sources, and what they carry besides severity, message, line and characters. All attributes are texts. */
public final class TrackerMarkers {
    /** What the compiler says, and what keeps a source from being compiled. */
    public static final String COMPILER = "org.eunomia.ide.core.compilerProblem";
    /** What a kernel says. */
    public static final String VERIFIER = "org.eunomia.ide.core.verifierProblem";

    /** Path in the workspace of the source whose build found the problem, which may be in a header. */
    public static final String SOURCE = "source";
    /** What can be done, one line; absent when nothing is known. */
    public static final String HINT = "hint";
    /** Notes of the compiler that belong to the message, one a line. */
    public static final String NOTES = "notes";
    /** Changes that the compiler proposes, as {@link ProposedEdits} writes them. */
    public static final String EDITS = "edits";
    /** The reason in the verifier's own words. */
    public static final String REASON = "reason";
    /** The program that was refused. */
    public static final String PROGRAM = "program";
    /** Name of the target whose kernel refused it. */
    public static final String TARGET = "target";

    private TrackerMarkers() { }

    /** Removes what was last found to be wrong with {@code source}, there and in headers, which may belong to other projects. */
    public static void remove(String type, IFile source) throws CoreException {
        String path = source.getFullPath().toString();
        for (IMarker marker : ResourcesPlugin.getWorkspace().getRoot().findMarkers(type, true, IResource.DEPTH_INFINITE)) {
            if (path.equals(marker.getAttribute(SOURCE, ""))) marker.delete();
        }
    }

    /**
     * The file that something said of {@code source} names, from the source's folder on. Of several that lie at the same place on disk, as projects within
     * projects have them, the one that is nearest to the source.
     */
    public static Optional<IFile> file(IFile source, String name) {
        if (name.isEmpty()) return Optional.empty();
        try {
            Path path = Path.of(source.getLocationURI()).resolveSibling(name).normalize();
            List<IFile> found = Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri())).filter(IFile::exists).toList();
            return found.stream().filter(f -> f.getProject().equals(source.getProject())).findFirst().or(() -> found.stream().findFirst());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
