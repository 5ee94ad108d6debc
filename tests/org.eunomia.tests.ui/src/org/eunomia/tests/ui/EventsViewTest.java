package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eunomia.core.StartSpec;
import org.eunomia.core.TrackerId;
import org.eunomia.core.TrackerService;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.sessions.TrackerSession;
import org.eunomia.ide.core.sessions.TrackerSessions;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Trackers;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.Appearance;
import org.eunomia.tests.ui.pages.EventsPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events of the real kernel in the event view: of a process that the test starts, which opens three files over and over. */
@ExtendWith(Workbench.class)
class EventsViewTest {
    private static final String SUBJECT = "exec 3<> <(:); while :; do read x </etc/hostname; read y 2>/dev/null </nonexistent/file; read -t 0.03 -u 3; done";
    private Process subject;
    private TrackerService service;
    private TrackerSession session;

    @BeforeEach
    void watchAProcess() throws Exception {
        Trackers project = Trackers.example("opensnoop");
        IFile pack = project.file("build/opensnoop.json");
        Ui.await("a package", pack::exists);
        Package built = project.tracker().lastBuilt(project.file("opensnoop.bpf.c")).orElseThrow();
        subject = new ProcessBuilder("bash", "-c", SUBJECT).start();
        service = TargetRegistry.shared().service(Target.LOCAL);
        TrackerId id = service.start(new StartSpec(built, "", Map.of("target_pid", Long.toString(subject.pid())), Map.of())).id();
        session = new TrackerSession(Target.LOCAL, id, "opensnoop");
        EventsPage.open();
        TrackerSessions.shared().reveal(List.of(session));
    }

    @AfterEach
    void stop() throws Exception {
        TrackerSessions.shared().remove(session);
        service.stop(session.id());
        subject.destroyForcibly().waitFor();
    }

    private EventsPage live() {
        EventsPage page = EventsPage.open();
        String pid = Long.toString(subject.pid());
        return page.awaitStatus("twenty events", s -> shown(s) >= 20).awaitRows("rows of the subject", r -> r.contains(pid));
    }

    /** How many rows the status line says are shown. */
    private static long shown(String status) {
        String number = status.replaceFirst(" shown.*", "").replaceFirst(".* ", "").replace(",", "");
        return number.matches("[0-9]+") ? Long.parseLong(number) : 0;
    }

    @Test
    void showsFiltersAndGroupsLiveEvents() {
        EventsPage page = live();
        assertEquals(List.of("time", "pid", "uid", "ret", "comm", "filename"), page.titles());
        assertTrue(page.values("filename").contains("/etc/hostname"));
        Screenshots.take("events-live");

        page.filter("ret < 0 && filename ~ /nonexistent");
        page.awaitRows("only failed calls", r -> r.contains("-ENOENT") && r.contains("/nonexistent/file"));
        page.awaitStatus("the number of those that are hidden", s -> s.contains("hidden by the filter") && s.contains(" 0 lost"));
        Screenshots.take("events-filter");

        page.filter("pdi == 4");
        Ui.await("what is wrong with the filter", () -> page.tells("column 1: there is no column 'pdi' – did you mean pid"));
        Screenshots.take("events-filter-wrong");

        page.filter("");
        page.awaitRows("all events", r -> r.size() == 6);
        page.click("filename", 2);
        Ui.await("details", () -> EventsPage.texts(page.details()).contains("pid=" + subject.pid()));
        Ui.await("bytes", () -> page.hex().getText().startsWith("0000  "));
        Screenshots.take("events-details");

        Workbench.command("org.eunomia.ide.events.group");
        Shell dialog = Widgets.shell("Group Events");
        Ui.run(() -> Widgets.below(dialog, Table.class).getFirst().getItem(indexOf(dialog, "filename")).setChecked(true));
        Screenshots.take("events-group-dialog");
        Input.click(Widgets.button(dialog, "OK"));
        Widgets.awaitClosed(dialog);
        page.awaitRows("groups", r -> r.getFirst().startsWith("/"));
        Ui.await("three files", () -> page.rows().size() == 3);
        assertEquals(List.of("filename", "count", "share", "last"), page.titles().stream().map(t -> t.split(" ")[0]).toList());
        Screenshots.take("events-group");

        page.doubleClick("filename", 1);
        page.awaitRows("events of a group", r -> r.size() == 6 && r.get(5).equals(page.rows().getFirst().get(5)));
    }

    private static int indexOf(Shell dialog, String column) {
        TableItem[] items = Widgets.below(dialog, Table.class).getFirst().getItems();
        for (int i = 0; i < items.length; i++) if (items[i].getText().equals(column)) return i;
        throw new AssertionError(column);
    }

    @Test
    void standsStillWhilePausedAndGoesOnAfterwards() {
        EventsPage page = live();
        Workbench.command("org.eunomia.ide.events.pause");
        page.awaitStatus("events that came since the pause", s -> s.startsWith("Paused") && s.contains("more since the pause"));
        List<List<String>> rows = page.rows();
        long shown = shown(page.status());
        page.awaitStatus("more of them", s -> s.matches(".* [2-9][0-9]+ more since the pause.*") || s.matches(".*[0-9]{3} more since the pause.*"));
        assertEquals(rows, page.rows());
        assertEquals(shown, shown(page.status()));
        Screenshots.take("events-paused");
        Workbench.command("org.eunomia.ide.events.pause");
        page.awaitStatus("the rest", s -> !s.contains("pause") && shown(s) > shown + 10);
        Workbench.command("org.eunomia.ide.events.clear");
        page.awaitStatus("cleared events", s -> s.contains("cleared"));
    }

    @Test
    void sortsAndFinds() {
        EventsPage page = live();
        page.click("filename", 0);
        page.awaitRows("rows sorted by file", r -> r.get(5).equals("/dev/null"));
        page.click("filename", 0);
        page.awaitRows("rows sorted the other way", r -> r.get(5).equals("/nonexistent/file"));
        Workbench.command("org.eunomia.ide.events.find");
        Ui.await("the find bar", () -> page.findField().isVisible());
        Input.type("hostname");
        Input.press("Return");
        Ui.await("the details of a row that was found", () -> EventsPage.texts(page.details()).contains("filename=/etc/hostname"));
        Screenshots.take("events-find");
    }

    @Test
    void suitsTheDarkTheme() throws Exception {
        Appearance.dark(() -> {
            EventsPage page = live();
            page.filter("ret < 0");
            page.awaitRows("failed calls", r -> r.contains("-ENOENT"));
            page.click("filename", 3);
            Ui.await("details", () -> EventsPage.texts(page.details()).contains("pid=" + subject.pid()));
            Screenshots.take("events-dark");
        });
    }
}
