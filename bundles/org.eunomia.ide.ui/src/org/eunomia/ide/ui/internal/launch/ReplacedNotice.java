package org.eunomia.ide.ui.internal.launch;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eunomia.core.UpdateReport;
import org.eunomia.ide.core.sessions.TrackerSession;

/** Tells for some seconds what replacing a running tracker cost; the console keeps it. */
public final class ReplacedNotice {
    private ReplacedNotice() { }

    public static void show(TrackerSession session, UpdateReport report) {
        Display display = PlatformUI.getWorkbench().getDisplay();
        display.asyncExec(() -> {
            if (display.isDisposed()) return;
            NotificationPopup.forDisplay(display).title(session.title() + " was replaced", true).text(text(report)).open();
        });
    }

    static String text(UpdateReport report) {
        Map<Integer, Long> records = new TreeMap<>(report.records());
        String counts = records.entrySet().stream().map(e -> "\n" + e.getValue() + " records of generation " + e.getKey()).collect(Collectors.joining());
        return "Generation " + report.tracker().generation() + " runs; both ran for " + report.overlapMillis() + " ms." + counts + "\nAt most " + report.duplicatesPossible() + " told twice, "
                + report.lost() + " lost" + (report.settled() ? "." : " so far.");
    }
}
