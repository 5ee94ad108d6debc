package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.language.BuiltOutline;
import org.eunomia.ide.core.language.SourceOutline;
import org.eunomia.ide.core.project.TrackerProject;

/** What the last build found out of the source that an editor shows, and when there is news of it. */
final class BuiltPackage {
    private final ITextEditor editor;
    private final Runnable changed;
    private final IResourceChangeListener listener = this::resourcesChanged;

    /** @param changed called on any thread after a build of the source */
    BuiltPackage(ITextEditor editor, Runnable changed) {
        this.editor = editor;
        this.changed = changed;
    }

    /** Not for the workbench's thread. */
    static Optional<Package> of(Path path) {
        return SourceSettings.file(path).flatMap(BuiltPackage::of);
    }

    private static Optional<Package> of(IFile source) {
        if (!TrackerProject.is(source.getProject()) || !TrackerProject.isSource(source)) return Optional.empty();
        return TrackerProject.of(source.getProject()).lastBuilt(source);
    }

    void watch() {
        ResourcesPlugin.getWorkspace().addResourceChangeListener(listener, IResourceChangeEvent.POST_CHANGE);
    }

    void forget() {
        ResourcesPlugin.getWorkspace().removeResourceChangeListener(listener);
    }

    private void resourcesChanged(IResourceChangeEvent event) {
        IFile source = Editors.file(editor).orElse(null);
        if (source == null || event.getDelta() == null || !TrackerProject.is(source.getProject())) return;
        if (event.getDelta().findMember(TrackerProject.of(source.getProject()).packageOf(source).getFullPath()) != null) changed.run();
    }

    /** Not for the workbench's thread. */
    SourceOutline enrich(SourceOutline outline) {
        return Editors.file(editor).flatMap(BuiltPackage::of).map(p -> BuiltOutline.of(outline, p)).orElse(outline);
    }
}
