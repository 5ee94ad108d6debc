package org.eunomia.ide.core.project;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.preferences.BuildPreferences;
import org.eunomia.ide.core.preferences.StoredPreferences;

/** A project as one of trackers. Asks the workspace each time, so that it may be kept or made anew as one likes. */
public record TrackerProject(IProject project) {
    /** Folder of all that is built. */
    public static final String OUTPUT = "build";
    private static final String SOURCE_SUFFIX = ".bpf.c";
    private static final String SOURCES = "src";

    public static TrackerProject of(IProject project) {
        return new TrackerProject(project);
    }

    /** Whether {@code project} is open and has the nature. */
    public static boolean is(IProject project) {
        try {
            return project != null && project.isAccessible() && project.hasNature(TrackerNature.ID);
        } catch (CoreException e) {
            return false;
        }
    }

    /** Whether a package is built from {@code resource} where its project has the nature. */
    public static boolean isSource(IResource resource) {
        return resource instanceof IFile && resource.getName().endsWith(SOURCE_SUFFIX) && !isOutput(resource);
    }

    static boolean isOutput(IResource resource) {
        return resource.getProjectRelativePath().segmentCount() > 0 && resource.getProjectRelativePath().segment(0).equals(OUTPUT);
    }

    /**
     * Makes a project with the nature, and files in it.
     *
     * @param location folder, null for one in the workspace's
     * @param files    content by path in the project; folders are made
     */
    public static TrackerProject create(String name, URI location, Map<String, byte[]> files, IProgressMonitor monitor) throws CoreException {
        SubMonitor progress = SubMonitor.convert(monitor, "Creating project " + name, 2 + files.size());
        IWorkspace workspace = ResourcesPlugin.getWorkspace();
        IProject project = workspace.getRoot().getProject(name);
        // In one step, so that the first build finds the files.
        workspace.run(m -> {
            IProjectDescription description = workspace.newProjectDescription(name);
            description.setLocationURI(location);
            project.create(description, progress.split(1));
            project.open(progress.split(1));
            for (Map.Entry<String, byte[]> file : files.entrySet()) write(project.getFile(IPath.fromPortableString(file.getKey())), file.getValue(), progress.split(1));
            of(project).addNature();
        }, workspace.getRoot(), IWorkspace.AVOID_UPDATE, null);
        return of(project);
    }

    private static void write(IFile file, byte[] content, IProgressMonitor monitor) throws CoreException {
        makeFolders(file.getParent());
        if (file.exists()) file.setContents(content, true, true, monitor);
        else file.create(content, true, false, monitor);
    }

    static void makeFolders(IContainer container) throws CoreException {
        if (!(container instanceof IFolder folder) || folder.exists()) return;
        makeFolders(folder.getParent());
        folder.create(true, true, null);
    }

    /** Does nothing when it has it. */
    public void addNature() throws CoreException {
        if (project.hasNature(TrackerNature.ID)) return;
        IProjectDescription description = project.getDescription();
        List<String> natures = new ArrayList<>(List.of(description.getNatureIds()));
        natures.add(TrackerNature.ID);
        description.setNatureIds(natures.toArray(String[]::new));
        project.setDescription(description, null);
    }

    /** All sources, in the order of their paths. */
    public List<IFile> sources() throws CoreException {
        List<IFile> sources = new ArrayList<>();
        project.accept(proxy -> {
            if (proxy.getType() == IResource.FILE && proxy.getName().endsWith(SOURCE_SUFFIX)) sources.add((IFile) proxy.requestResource());
            return proxy.getType() != IResource.FOLDER || !isOutput(proxy.requestResource());
        }, IResource.NONE);
        sources.sort((a, b) -> a.getFullPath().toString().compareTo(b.getFullPath().toString()));
        return sources;
    }

    /** Where the package of {@code source} lies once it is built: {@code build/NAME.json}, in folders like those of the source below the project or {@code src}. */
    public IFile packageOf(IFile source) {
        IPath path = source.getProjectRelativePath();
        if (path.segmentCount() > 1 && path.segment(0).equals(SOURCES)) path = path.removeFirstSegments(1);
        String name = path.lastSegment().replaceFirst("(\\.bpf)?\\.c$", ".json");
        return project.getFile(IPath.fromPortableString(OUTPUT).append(path.removeLastSegments(1)).append(name));
    }

    /** What was built last from {@code source}, which may have been changed since. May read the file, so not for the thread of the user interface. */
    public Optional<Package> lastBuilt(IFile source) {
        return BuiltPackages.of(source, packageOf(source));
    }

    public BuildPreferences preferences() {
        return BuildPreferences.of(StoredPreferences.of(project));
    }

    /** The project's folder on disk. */
    public Path folder() {
        return Path.of(project.getLocationURI());
    }
}
