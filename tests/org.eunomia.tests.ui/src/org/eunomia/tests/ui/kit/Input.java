package org.eunomia.tests.ui.kit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.swt.widgets.Widget;

/** Keys and mouse as the X server sends them. */
public final class Input {
    private Input() {
    }

    /** @param keys as xdotool writes them: {@code ctrl+s}, {@code Return}, {@code alt+shift+q} */
    public static void press(String... keys) {
        for (String key : keys) xdotool("key", "--clearmodifiers", key);
    }

    public static void type(String text) {
        xdotool("type", "--clearmodifiers", "--delay", "8", "--", text);
    }

    public static void click(Widget widget) {
        click(center(widget), 1, 1);
    }

    public static void doubleClick(Widget widget) {
        click(center(widget), 1, 2);
    }

    public static void contextClick(Widget widget) {
        click(center(widget), 3, 1);
    }

    /** @param place on the display */
    public static void click(Point place, int button, int times) {
        move(place);
        xdotool("click", "--repeat", Integer.toString(times), "--delay", "60", Integer.toString(button));
    }

    public static void move(Point place) {
        xdotool("mousemove", "--sync", Integer.toString(place.x), Integer.toString(place.y));
    }

    /** The middle of what a widget shows, on the display. */
    public static Point center(Widget widget) {
        return Ui.get(() -> switch (widget) {
            case TreeItem item -> middle(item.getParent(), item.getTextBounds(0));
            case TableItem item -> middle(item.getParent(), item.getTextBounds(0));
            case ToolItem item -> middle(item.getParent(), item.getBounds());
            case Control control -> middle(control, new Rectangle(0, 0, control.getSize().x, control.getSize().y));
            default -> throw new IllegalArgumentException("no place is known of " + widget);
        });
    }

    private static Point middle(Control parent, Rectangle bounds) {
        return parent.toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
    }

    private static void xdotool(String... arguments) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) throw new AssertionError(command + ": " + output);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("cannot run " + command, e);
        }
        Ui.run(() -> { });
    }
}
