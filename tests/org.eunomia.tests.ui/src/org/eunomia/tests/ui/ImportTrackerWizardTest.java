package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.TrackerWizard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Workbench.class)
class ImportTrackerWizardTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("eunomia.checkout"));
    @TempDir
    Path folder;

    private static IProject project(String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    }

    @Test
    void takesAFolderInTheMannerOfLibbpfBootstrap() throws Exception {
        Path c = Files.createDirectories(folder.resolve("bootstrap/examples/c"));
        for (String name : List.of("opensnoop", "execsnoop")) {
            for (String end : List.of(".bpf.c", ".h")) Files.copy(CHECKOUT.resolve("bpf-scaffold/examples").resolve(name).resolve(name + end), c.resolve(name + end));
        }
        Files.writeString(c.resolve("opensnoop.c"), "int main(void) { return 0; }\n");
        TrackerWizard wizard = TrackerWizard.importTracker().type("from", folder.resolve("bootstrap").toString()).awaitRow("files", "examples/c/opensnoop.h");
        assertEquals(List.of("examples/c/execsnoop.bpf.c", "examples/c/execsnoop.h", "examples/c/opensnoop.bpf.c", "examples/c/opensnoop.h"), wizard.rows("files"));
        assertEquals("bootstrap", wizard.text("name"));
        Screenshots.take("import-folder");
        wizard.finish();
        assertTrue(project("bootstrap").getFile("examples/c/opensnoop.h").exists());
    }

    @Test
    void takesASourceAndSaysWhichHeaderIsMissing() throws Exception {
        Path source = Files.writeString(folder.resolve("mine.bpf.c"), "#include \"vmlinux.h\"\n#include \"mine.h\"\n");
        TrackerWizard wizard = TrackerWizard.importTracker().type("from", source.toString()).awaitMessage("includes mine.h, which is not there");
        Screenshots.take("import-source");
        wizard.type("name", "renamed").finish();
        assertTrue(project("renamed").getFile("mine.bpf.c").exists());
    }

    @Test
    void takesAPackage() throws Exception {
        TrackerWizard wizard = TrackerWizard.importTracker().type("from", CHECKOUT.resolve("bundles/org.eunomia.rest/src-test/org/eunomia/rest/sample.json").toString()).awaitRow("files", "sample.json");
        wizard.finish();
        assertTrue(project("sample").getFile("sample.json").exists());
        assertEquals(0, Ui.get(() -> Workbench.page().getEditorReferences().length));
    }

    @Test
    void saysWhatCannotBeImported() throws Exception {
        TrackerWizard wizard = TrackerWizard.importTracker().type("from", folder.resolve("none").toString()).awaitMessage("No file or folder '" + folder.resolve("none") + "'");
        wizard.type("from", Files.writeString(folder.resolve("x.json"), "{}").toString()).awaitMessage("Invalid package x.json");
        assertFalse(wizard.canFinish());
        wizard.type("from", folder.toString()).awaitMessage("No program (.bpf.c) in");
        wizard.cancel();
    }
}
