package org.eunomia.ide.core.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eunomia.core.Failure;
import org.eunomia.core.Nearest;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.preferences.BuildPreferences;
import org.eunomia.ide.core.project.TrackerProject;
import org.eunomia.pack.PackageReader;
import org.eunomia.toolchain.BuildSpec;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;

/** What is run: a project with one {@code .bpf.c}, one of several, or a package; in the workspace, or a file outside. */
public final class TrackerSource {
    private static final String SUFFIX = ".bpf.c";

    private TrackerSource() { }

    /** The resource that {@code source} names, if it is in the workspace. */
    public static Optional<IResource> resource(String source) {
        if (source.isBlank() || !source.startsWith("/")) return Optional.empty();
        return Optional.ofNullable(ResourcesPlugin.getWorkspace().getRoot().findMember(source));
    }

    /** Whether it can be run as it is: a source, a package, or something with exactly one of these in it. */
    public static boolean isRunnable(IResource resource) {
        if (resource instanceof IFile f) return isSource(f) || isPackage(f);
        try {
            return resource instanceof IContainer c && c.isAccessible() && runnable(c).size() == 1;
        } catch (CoreException e) {
            return false;
        }
    }

    public static boolean isSource(IResource resource) {
        return resource instanceof IFile f && f.getName().endsWith(SUFFIX);
    }

    /** By its name; what is in it shows when it is read. */
    private static boolean isPackage(IFile file) {
        return file.getName().endsWith(".json") && !file.getName().equals("compile_commands.json");
    }

    /** What can be run below {@code container}: its sources, or else its packages; without what a build has put there. */
    public static List<IFile> runnable(IContainer container) throws CoreException {
        List<IFile> sources = new ArrayList<>();
        List<IFile> packages = new ArrayList<>();
        container.accept(r -> {
            if (isSource(r)) sources.add((IFile) r);
            else if (r instanceof IFile f && isPackage(f)) packages.add(f);
            return !r.isDerived() && !r.getName().startsWith(".") && !isOutput(r);
        });
        return sources.isEmpty() ? packages : sources;
    }

    private static boolean isOutput(IResource resource) {
        return resource instanceof IFolder && resource.getProjectRelativePath().toString().equals(TrackerProject.OUTPUT) && TrackerProject.is(resource.getProject());
    }

    /** The project that has to be built first, if there is one. */
    public static Optional<IProject> project(String source) {
        return resource(source).map(IResource::getProject).filter(TrackerProject::is);
    }

    /** A name for whatever comes of it: of the file without its endings, or of the project. */
    public static String name(String source) {
        String last = source.substring(source.lastIndexOf('/') + 1);
        int dot = last.indexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    /**
     * The package, built if need be. Blocks for as long as a compiler takes.
     *
     * @throws OperationFailedException {@code CompileFailed} when the source is not right
     */
    public static Package open(String source, IProgressMonitor monitor) throws OperationFailedException, CoreException {
        if (source.isBlank()) throw new OperationFailedException(new Failure.NotFound("project, source or package", "", List.of()));
        Optional<IResource> resource = resource(source);
        if (resource.isEmpty()) return outside(source);
        return switch (resource.get()) {
            case IFile f when isSource(f) -> built(f, monitor);
            case IFile f -> read(f);
            case IContainer c -> built(only(c), monitor);
            default -> throw missing(source);
        };
    }

    private static Package outside(String source) throws OperationFailedException {
        Path file = Path.of(source);
        if (!Files.isRegularFile(file)) throw missing(source);
        if (source.endsWith(".c")) return compile(file);
        try (InputStream in = Files.newInputStream(file)) {
            return PackageReader.read(source, in);
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable(source, String.valueOf(e.getMessage()), ""), e);
        }
    }

    private static OperationFailedException missing(String source) {
        List<String> projects = new ArrayList<>();
        for (IProject p : ResourcesPlugin.getWorkspace().getRoot().getProjects()) projects.add(p.getFullPath().toString());
        return new OperationFailedException(new Failure.NotFound("project, source or package", source, Nearest.to(source, projects)));
    }

    private static IFile only(IContainer container) throws OperationFailedException, CoreException {
        List<IFile> sources = runnable(container);
        if (sources.size() == 1) return sources.getFirst();
        throw new OperationFailedException(new Failure.NotFound("single .bpf.c or package in", container.getName(), sources.stream().map(f -> f.getFullPath().toString()).toList()));
    }

    private static Package built(IFile source, IProgressMonitor monitor) throws OperationFailedException, CoreException {
        if (!TrackerProject.is(source.getProject())) return compile(source.getLocation().toPath());
        source.getProject().build(IncrementalProjectBuilder.INCREMENTAL_BUILD, monitor);
        TrackerProject project = TrackerProject.of(source.getProject());
        IFile pack = project.packageOf(source);
        pack.refreshLocal(IResource.DEPTH_ZERO, null);
        if (pack.exists()) return read(pack);
        // What does not compile has no package. Compiling again tells why.
        BuildPreferences preferences = project.preferences();
        return Toolchain.find(preferences.toolchain(ToolchainConfig.fromEnvironment()))
                .build(BuildSpec.of(source.getLocation().toPath()).withFlags(preferences.flags(project.folder()))).pack();
    }

    private static Package compile(Path file) throws OperationFailedException {
        return Toolchain.find(ToolchainConfig.fromEnvironment()).build(BuildSpec.of(file)).pack();
    }

    private static Package read(IFile file) throws OperationFailedException, CoreException {
        try (InputStream in = file.getContents(true)) {
            return PackageReader.read(file.getFullPath().toString(), in);
        } catch (IOException e) {
            throw new OperationFailedException(new Failure.Unavailable(file.getFullPath().toString(), String.valueOf(e.getMessage()), ""), e);
        }
    }
}
