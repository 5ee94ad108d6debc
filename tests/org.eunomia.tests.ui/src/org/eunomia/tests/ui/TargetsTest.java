package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eunomia.core.TrackerInfo;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.ide.core.targets.TargetSecrets;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.TlsDaemon;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Workbench.class)
class TargetsTest {
    @TempDir
    private Path folder;
    private TlsDaemon daemon;
    private TargetsPage targets;

    @BeforeEach
    void open() throws Exception {
        daemon = TlsDaemon.start(folder);
        targets = new TargetsPage();
    }

    @AfterEach
    void close() throws Exception {
        TargetsPage.removeAll();
        daemon.close();
    }

    private Target add(String name, String token) throws Exception {
        return TargetRegistry.shared().add(name, daemon.address(), new TargetSecrets(token, daemon.certificateText(), "", ""));
    }

    @Test
    void addsADaemonAndTriesTheConnection() throws Exception {
        targets.choose("Add Target…");
        Shell dialog = Widgets.shell("Add Target");
        TargetsPage.fill(dialog, "name", "server room");
        TargetsPage.fill(dialog, "address", daemon.address());
        TargetsPage.fill(dialog, "token", daemon.token());
        Input.click(Widgets.enabledButton(dialog, "Test Connection"));
        awaitText(dialog, "signed by nobody who is trusted");
        Screenshots.take("target-dialog-untrusted");
        TargetsPage.fill(dialog, "authorities", daemon.certificate().toString());
        Input.click(Widgets.enabledButton(dialog, "Test Connection"));
        awaitText(dialog, "you are admin");
        Screenshots.take("target-dialog");
        Input.click(Widgets.enabledButton(dialog, "OK"));
        Widgets.awaitClosed(dialog);
        targets.awaitCell("server room", TargetsPage.STATE, "ready");
        targets.awaitCell("server room", TargetsPage.KERNEL, System.getProperty("os.version") + ", eunomia ");
        assertSecretsAreNotInPreferences();
    }

    private static void awaitText(Shell dialog, String text) {
        Ui.await("the dialog to say " + text, () -> Stream.concat(Widgets.below(dialog, Text.class).stream().map(Text::getText), Widgets.below(dialog, Label.class).stream().map(Label::getText)).anyMatch(t -> t.contains(text)));
    }

    private void assertSecretsAreNotInPreferences() throws Exception {
        Path settings = Path.of(Platform.getInstanceLocation().getURL().getPath(), ".metadata/.plugins/org.eclipse.core.runtime/.settings");
        try (Stream<Path> files = Files.list(settings)) {
            for (Path f : files.toList()) assertFalse(Files.readString(f).contains(daemon.token()), f::toString);
        }
        Target kept = TargetRegistry.shared().list().get(1);
        assertEquals(daemon.token(), TargetRegistry.shared().secrets(kept).token());
    }

    @Test
    void startsShowsReplacesAndStopsATracker() throws Exception {
        Target target = add("server room", daemon.token());
        OpenTracker.create("files");
        targets.select("server room");
        targets.choose("Start Tracker…");
        Shell dialog = Widgets.shell("Start Tracker");
        Ui.await("the source to be chosen", () -> Widgets.below(dialog, Combo.class).getFirst().getText().endsWith("files.bpf.c"));
        TargetsPage.fill(dialog, "target_pid", Long.toString(ProcessHandle.current().pid()));
        Screenshots.take("start-dialog");
        Input.click(Widgets.enabledButton(dialog, "Start"));
        Widgets.awaitClosed(dialog);
        targets.awaitCell("files [", TargetsPage.STATE, "running");
        Ui.await("events to come", () -> {
            Files.readString(Path.of("/etc/hostname"));
            return TargetRegistry.shared().service(target).losses(TargetRegistry.shared().service(target).list().getFirst().id()).delivered() > 0;
        });
        targets.maximize();
        targets.awaitCell("files [", TargetsPage.GENERATION, "1");
        Screenshots.take("targets");
        targets.select("files [");
        targets.choose("Properties");
        Shell details = Ui.awaitPresent("the details", () -> Stream.of(Ui.display().getShells()).filter(s -> s.getText().startsWith("Properties of files")).findFirst());
        Widgets.the(details, Tree.class, "the details' tree", t -> t.getItemCount() > 2);
        Screenshots.take("tracker-details");
        Input.click(Widgets.button(details, "Close"));
        targets.select("files [");
        targets.choose("Replace…");
        Shell replace = Widgets.shell("Replace Tracker");
        Input.click(Widgets.enabledButton(replace, "Replace"));
        Widgets.awaitClosed(replace);
        targets.awaitCell("files [", TargetsPage.GENERATION, "2");
        targets.select("files [");
        Input.press("Delete");
        targets.awaitCell("files [", TargetsPage.STATE, "stopped");
        assertEquals(TrackerInfo.State.STOPPED, TargetRegistry.shared().service(target).list().getFirst().state());
        targets.maximize();
    }

    @Test
    void tellsOfATargetThatRefusesAndOfOneThatGoesAway() throws Exception {
        add("stranger", "wrong");
        add("server room", daemon.token());
        targets.awaitCell("stranger", TargetsPage.STATE, "refused");
        targets.select("stranger");
        assertProblem("not authenticated");
        Screenshots.take("target-refused");
        targets.awaitCell("server room", TargetsPage.STATE, "ready");
        daemon.kill();
        targets.awaitCell("server room", TargetsPage.STATE, "unreachable");
        targets.select("server room");
        assertProblem("nothing listens there");
        Screenshots.take("target-unreachable");
        targets.choose("Remove Target");
        Shell confirm = Widgets.shell("Remove Target");
        Input.click(Widgets.the(confirm, Button.class, "OK", b -> Widgets.plain(b.getText()).equals("OK")));
        targets.awaitGone("server room");
    }

    private void assertProblem(String text) {
        Ui.await("the reason", () -> Widgets.below(targets.tree().getParent().getParent(), Link.class).stream().anyMatch(l -> l.isVisible() && l.getText().contains(text)));
        assertTrue(Ui.get(() -> targets.tree().isVisible()));
    }
}
