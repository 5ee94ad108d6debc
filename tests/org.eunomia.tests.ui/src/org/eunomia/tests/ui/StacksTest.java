package org.eunomia.tests.ui;

import java.util.Map;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Text;
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
class StacksTest {
    @Test
    void drawsTheStacksOfSamples() throws Exception {
        Process busy = new ProcessBuilder("perl", "-e", "while (1) { syscall(110); open(my $f, '<', '/etc/passwd'); my @l = sort <$f>; }").start();
        try (WatchedTracker profile = WatchedTracker.example("profile", Map.of("target_pid", Long.toString(busy.pid())))) {
            TrackerView view = new TrackerView("org.eunomia.ide.events.stacks");
            Canvas flames = view.widget(Canvas.class, "flames");
            Ui.await("more than twenty frames", () -> flames.getData("frames") instanceof Integer n && n > 20);
            Screenshots.take("stacks");
            Text search = view.widget(Text.class, "search");
            Ui.run(() -> search.setText("sys"));
            view.awaitText("stacks.status", "found: ");
            Ui.await("frames that are found", () -> !view.text("stacks.status").contains("found: 0.0 %"));
            Screenshots.take("stacks-search");
            Button flip = Widgets.button(view.root(), "Flames");
            Input.click(flip);
            Ui.await("the root at the bottom", flip::getSelection);
            Point root = Ui.get(() -> flames.toDisplay(flames.getClientArea().width / 2, flames.getClientArea().height - 14));
            Input.move(new Point(root.x, root.y - 60));
            Input.move(root);
            view.awaitText("stacks.status", "100.0 % of all");
            Screenshots.take("stacks-flames");
            Appearance.dark(() -> {
                Ui.await("a dark background", () -> flames.getParent().getBackground().getRed() < 100);
                view.awaitText("stacks.status", "100.0 % of all");
                Screenshots.take("stacks-dark");
            });
        } finally {
            busy.destroy();
        }
    }
}
