package org.eunomia.ide.core.project;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eunomia.core.spec.Package;
import org.eunomia.pack.PackageWriter;

/** The packages in the folder of what is built. */
final class Outputs {
    private Outputs() { }

    static void write(TrackerProject project, IFile source, Package pack) throws CoreException {
        IFile file = project.packageOf(source);
        byte[] content = PackageWriter.write(pack);
        if (!file.isSynchronized(IResource.DEPTH_ZERO)) file.refreshLocal(IResource.DEPTH_ZERO, null);
        if (!file.exists()) {
            TrackerProject.makeFolders(file.getParent());
            file.create(content, IResource.FORCE | IResource.DERIVED, null);
        } else if (!isEqual(file, content)) {
            file.setContents(content, IResource.FORCE, null);
        }
        BuiltPackages.put(source, file, pack);
    }

    /** The same bytes are not written again: who runs the package would take it for a new one. */
    private static boolean isEqual(IFile file, byte[] content) throws CoreException {
        try (InputStream in = file.getContents(true)) {
            return Arrays.equals(in.readAllBytes(), content);
        } catch (IOException e) {
            return false;
        }
    }

    static void remove(TrackerProject project, IFile source) throws CoreException {
        delete(project.packageOf(source), folder(project));
    }

    static void removeAll(TrackerProject project) throws CoreException {
        retain(project, Set.of());
    }

    /** Packages without a source, as a build that was missed leaves them. */
    static void removeStale(TrackerProject project) throws CoreException {
        Set<IFile> wanted = new HashSet<>();
        for (IFile source : project.sources()) wanted.add(project.packageOf(source));
        retain(project, wanted);
    }

    private static void retain(TrackerProject project, Set<IFile> wanted) throws CoreException {
        IFolder folder = folder(project);
        if (!folder.exists()) return;
        Set<IFile> others = new HashSet<>();
        folder.accept(resource -> {
            // What the user put there is not derived.
            if (resource instanceof IFile file && file.isDerived() && file.getName().endsWith(".json") && !wanted.contains(file)) others.add(file);
            return true;
        });
        for (IFile file : others) delete(file, folder);
    }

    private static IFolder folder(TrackerProject project) {
        return project.project().getFolder(TrackerProject.OUTPUT);
    }

    private static void delete(IFile file, IFolder top) throws CoreException {
        if (!file.exists()) return;
        file.delete(IResource.FORCE, null);
        for (IContainer folder = file.getParent(); folder instanceof IFolder f && !f.equals(top) && f.exists() && f.members().length == 0; folder = folder.getParent()) f.delete(true, null);
    }
}
