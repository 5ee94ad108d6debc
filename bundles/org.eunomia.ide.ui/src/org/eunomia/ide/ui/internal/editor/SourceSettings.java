package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eunomia.ide.core.clangd.Clangd;
import org.eunomia.ide.core.preferences.BuildPreferences;
import org.eunomia.ide.core.preferences.FormatPreferences;
import org.eunomia.ide.core.preferences.Preference;
import org.eunomia.ide.core.preferences.StoredPreferences;
import org.eunomia.ide.core.project.TrackerProject;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;

/** What is set for a source, by its project or the workspace. */
final class SourceSettings {
    private SourceSettings() { }

    static Clangd.Settings clangd() {
        String set = StoredPreferences.ofWorkspace().get(Preference.CLANGD);
        return Clangd.Settings.of(set.isBlank() ? System.getenv().getOrDefault("EUNOMIA_CLANGD", "") : set.strip());
    }

    /** Whether a change of that key makes the language server read sources differently. */
    static boolean concernsClangd(String key) {
        return List.of(Preference.CLANGD, Preference.CLANG, Preference.CLANG_FLAGS, Preference.INCLUDE_PATHS).stream().anyMatch(p -> p.key().equals(key));
    }

    /** The sources of the project that {@code path} is in, itself among them; none when it is in no project of trackers. */
    static List<Path> siblings(Path path) {
        try {
            Optional<IProject> project = file(path).map(IFile::getProject).filter(TrackerProject::is);
            return project.isEmpty() ? List.of() : TrackerProject.of(project.get()).sources().stream().map(f -> Path.of(f.getLocationURI())).toList();
        } catch (CoreException e) {
            // The project was closed meanwhile.
            return List.of();
        }
    }

    static ToolchainConfig toolchain() {
        return ToolchainConfig.fromEnvironment();
    }

    /** How the language server shall read a file. May write the kernel's header first. */
    static List<String> command(Path path) {
        Optional<IProject> project = file(path).map(IFile::getProject);
        BuildPreferences build = BuildPreferences.of(preferences(project));
        List<String> flags = project.map(p -> build.flags(Path.of(p.getLocationURI()))).orElse(build.flags());
        return Toolchain.languageServerCommand(build.toolchain(toolchain()), path, flags);
    }

    static FormatPreferences format(Path path) {
        return FormatPreferences.of(preferences(file(path).map(IFile::getProject)));
    }

    private static StoredPreferences preferences(Optional<IProject> project) {
        return project.map(StoredPreferences::of).orElseGet(StoredPreferences::ofWorkspace);
    }

    /** The file of the workspace that lies there; of several the one in the innermost project. */
    static Optional<IFile> file(Path path) {
        IFile best = null;
        for (IFile f : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri())) {
            if (f.exists() && (best == null || f.getFullPath().segmentCount() < best.getFullPath().segmentCount())) best = f;
        }
        return Optional.ofNullable(best);
    }
}
