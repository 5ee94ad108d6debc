package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eunomia.ide.core.clangd.Clangd;
import org.eunomia.ide.core.preferences.BuildPreferences;
import org.eunomia.ide.core.preferences.FormatPreferences;
import org.eunomia.ide.core.preferences.Preference;
import org.eunomia.ide.core.preferences.StoredPreferences;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;

/** What is set for a source, by its project or the workspace. */
final class SourceSettings {
    /** Beside the others of {@link Preference}; a path, empty for clangd in {@code PATH}. */
    static final String CLANGD = "clangd";

    private SourceSettings() { }

    static Clangd.Settings clangd() {
        String set = InstanceScope.INSTANCE.getNode(Preference.NODE).get(CLANGD, "");
        return Clangd.Settings.of(set.isBlank() ? System.getenv().getOrDefault("EUNOMIA_CLANGD", "") : set.strip());
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
