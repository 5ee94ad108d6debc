package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ISeries;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.Appearance;
import org.eunomia.tests.ui.pages.TrackerView;
import org.eunomia.tests.ui.pages.WatchedTracker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Workbench.class)
class ChartsTest {
    private static final String CHARTS = "org.eunomia.ide.events.charts";

    private static Process shell(String... words) throws Exception {
        return new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    @Test
    void drawsTheRateAndTheTopValuesOfAColumn() throws Exception {
        Process busy = shell("bash", "-c", "while :; do cat /etc/hostname; head -c1 /etc/passwd; cat /etc/os-release; read -t 0.05; done < <(sleep infinity)");
        try (WatchedTracker opensnoop = WatchedTracker.example("opensnoop", Map.of())) {
            TrackerView view = new TrackerView(CHARTS);
            view.choose("top.column", "comm");
            Chart rate = view.widget(Chart.class, "rate");
            Ui.await("five seconds of rates", () -> rate.getSeriesSet().getSeries().length == 1 && rate.getSeriesSet().getSeries()[0].getYSeries().length >= 5);
            Canvas top = view.widget(Canvas.class, "top");
            Ui.await("cat among the top values", () -> String.valueOf(top.getData("bars")).contains("label=cat"));
            Screenshots.take("charts-events");
            view.choose("top.column", "filename");
            Ui.await("a file among the top values", () -> String.valueOf(top.getData("bars")).contains("/etc/passwd"));
            Screenshots.take("charts-top-files");
            Appearance.dark(() -> {
                Ui.await("a dark chart", () -> rate.getPlotArea().getBackground().getRed() < 100);
                Screenshots.take("charts-events-dark");
            });
        } finally {
            busy.descendants().forEach(ProcessHandle::destroy);
            busy.destroy();
        }
    }

    @Test
    void movesTheBarsOfAHistogram() throws Exception {
        try (WatchedTracker runqlat = WatchedTracker.example("runqlat", Map.of())) {
            TrackerView view = new TrackerView(CHARTS);
            CTabFolder pages = Widgets.the(view.root(), CTabFolder.class, "pages", f -> f.getItemCount() == 2 && f.getItem(1).getText().equals("Histograms"));
            Ui.await("the page of histograms", () -> pages.getSelectionIndex() == 1);
            Chart chart = view.widget(Chart.class, "histogram");
            double first = Ui.awaitPresent("bars", () -> total(chart) > 0 ? java.util.Optional.of(total(chart)) : java.util.Optional.empty());
            Ui.await("bars that grow", () -> total(chart) > first);
            assertTrue(Ui.get(() -> chart.getAxisSet().getXAxis(0).getTitle().getText()).startsWith("usecs"));
            assertTrue(Ui.get(() -> view.text("histogram.note")).endsWith("counted"));
            Screenshots.take("charts-histogram");
            Button last = Widgets.button(view.root(), "Only the last second");
            double whole = Ui.get(() -> total(chart));
            Input.click(last);
            Ui.await("the last second alone", () -> last.getSelection() && total(chart) < whole);
            Appearance.dark(() -> {
                Ui.await("dark bars", () -> chart.getPlotArea().getBackground().getRed() < 100);
                Screenshots.take("charts-histogram-dark");
            });
        }
    }

    private static double total(Chart chart) {
        ISeries<?>[] all = chart.getSeriesSet().getSeries();
        return all.length == 0 ? 0 : Arrays.stream(all[0].getYSeries()).sum();
    }

    @Test
    void tellsHistogramsOfProcessesApart() throws Exception {
        try (WatchedTracker runqlat = WatchedTracker.example("runqlat", Map.of("per_process", "true"))) {
            TrackerView view = new TrackerView(CHARTS);
            org.eclipse.swt.widgets.Combo key = view.widget(org.eclipse.swt.widgets.Combo.class, "histogram.key");
            List<String> keys = Ui.awaitPresent("several keys", () -> key.getItemCount() > 2 ? java.util.Optional.of(List.of(key.getItems())) : java.util.Optional.empty());
            assertEquals("all keys together", keys.getFirst());
            view.choose("histogram.key", keys.get(1));
            Chart chart = view.widget(Chart.class, "histogram");
            Ui.await("bars of one process", () -> total(chart) > 0);
            Screenshots.take("charts-histogram-process");
        }
    }

    @Test
    void opensByKey() {
        Ui.run(() -> Workbench.page().getWorkbenchWindow().getShell().forceFocus());
        Input.press("alt+shift+q", "k");
        Ui.await("the view of charts", () -> Workbench.page().getActivePart() != null && CHARTS.equals(Workbench.page().getActivePart().getSite().getId()));
    }

    @Test
    void saysThatThereIsNothingToWatch() {
        TrackerView view = new TrackerView(CHARTS);
        Label message = view.widget(Label.class, "message");
        Ui.await("a message", () -> message.getText().startsWith("No tracker is watched"));
        Screenshots.take("charts-empty");
    }
}
