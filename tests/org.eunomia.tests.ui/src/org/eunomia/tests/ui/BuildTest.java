package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.fixes.Fixes;
import org.eunomia.ide.core.fixes.Problem;
import org.eunomia.ide.core.project.ProposedEdits;
import org.eunomia.ide.core.project.TrackerMarkers;
import org.eunomia.tests.ui.kit.Trackers;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The builder, with the workspace and clang of a running Studio. */
@ExtendWith(Workbench.class)
class BuildTest {
    private static List<String> problems(IResource resource) throws CoreException {
        return Arrays.stream(resource.findMarkers(TrackerMarkers.COMPILER, true, IResource.DEPTH_INFINITE)).map(m -> m.getAttribute(IMarker.LINE_NUMBER, 0) + ": " + m.getAttribute(IMarker.MESSAGE, "")).toList();
    }

    @Test
    void buildsAPackageWithTheTypesOfItsEvents() throws Exception {
        Trackers project = Trackers.example("opensnoop");
        IFile pack = project.file("build/opensnoop.json");
        Ui.await("a package", pack::exists);
        assertTrue(pack.isDerived());
        Package built = project.tracker().lastBuilt(project.file("opensnoop.bpf.c")).orElseThrow();
        assertTrue(built.maps().stream().anyMatch(m -> m.output() instanceof Output.Events e && e.variants().getFirst().schema().name().equals("event")), built.maps().toString());
        assertEquals(List.of(), problems(project.project()));
    }

    @Test
    void marksAnErrorWhereItIsAndTakesThePackageAway() throws Exception {
        Trackers project = Trackers.example("opensnoop");
        IFile source = project.file("opensnoop.bpf.c");
        Ui.await("a package", project.file("build/opensnoop.json")::exists);
        String good = project.text(source);
        project.write(source, good.replaceFirst("(?m)^char LICENSE", "int wrong = 3\nchar LICENSE"));
        IMarker marker = project.awaitMarker(source, TrackerMarkers.COMPILER);
        String text = project.text(source);
        assertEquals(IMarker.SEVERITY_ERROR, marker.getAttribute(IMarker.SEVERITY, -1));
        assertEquals(text.substring(0, text.indexOf("int wrong")).lines().count() + 1, marker.getAttribute(IMarker.LINE_NUMBER, 0));
        assertFalse(project.file("build/opensnoop.json").exists());
        assertTrue(project.tracker().lastBuilt(source).isPresent(), "what was built last is forgotten");

        Problem problem = new Problem(Problem.Kind.COMPILER, marker.getAttribute(IMarker.MESSAGE, ""), marker.getAttribute(IMarker.LINE_NUMBER, 0), ProposedEdits.read(marker.getAttribute(TrackerMarkers.EDITS, "")));
        project.write(source, Fixes.of(text, problem).getFirst().apply(text));
        Ui.await("the error to go", () -> problems(source).isEmpty());
        Ui.await("a package", project.file("build/opensnoop.json")::exists);
    }

    @Test
    void rebuildsWhatIncludesAChangedHeader() throws Exception {
        Trackers project = Trackers.example("opensnoop");
        IFile pack = project.file("build/opensnoop.json");
        Ui.await("a package", pack::exists);
        long stamp = pack.getModificationStamp();
        IFile header = project.file("opensnoop.h");
        project.write(header, project.text(header).replaceFirst("(struct event \\{)", "$1\n\tint extra;"));
        Ui.await("another package", () -> pack.exists() && pack.getModificationStamp() != stamp);
        project.write(header, project.text(header).replace("int extra;", "no_such_type extra;"));
        IMarker marker = project.awaitMarker(header, TrackerMarkers.COMPILER);
        assertTrue(marker.getAttribute(IMarker.MESSAGE, "").contains("no_such_type"));
        project.write(header, project.text(header).replace("no_such_type extra;", ""));
        Ui.await("the error to go", () -> problems(project.project()).isEmpty());
    }

    @Test
    void oneThatFailsDoesNotStopOthers() throws Exception {
        Trackers project = Trackers.of(Map.of("a.bpf.c", "int x = ;\n", "src/b.bpf.c", Trackers.HELLO, "c.bpf.c", Trackers.HELLO));
        Ui.await("packages", () -> project.file("build/b.json").exists() && project.file("build/c.json").exists());
        project.awaitMarker(project.file("a.bpf.c"), TrackerMarkers.COMPILER);
        project.file("c.bpf.c").delete(true, null);
        Ui.await("a package to go", () -> !project.file("build/c.json").exists());
        project.project().build(IncrementalProjectBuilder.CLEAN_BUILD, null);
        Ui.await("packages to be built again", () -> project.file("build/b.json").exists());
    }

    @Test
    void isCancelled() throws Exception {
        Trackers project = Trackers.of(Map.of("a.bpf.c", Trackers.HELLO));
        Ui.await("a package", project.file("build/a.json")::exists);
        NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        org.junit.jupiter.api.Assertions.assertThrows(OperationCanceledException.class, () -> project.project().build(IncrementalProjectBuilder.FULL_BUILD, monitor));
    }
}
