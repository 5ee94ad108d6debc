package org.eunomia.tests.ui.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;

/** Pictures of the whole display, for people to look at: {@code NAME.png} in the folder of the system property {@code eunomia.screenshots}. */
public final class Screenshots {
    private Screenshots() {
    }

    public static void take(String name) {
        Ui.settle();
        Ui.run(() -> {
            Display display = Ui.display();
            while (display.readAndDispatch()) { }
            display.update();
            Rectangle all = display.getBounds();
            Image image = new Image(display, all.width, all.height);
            GC gc = new GC(display);
            gc.copyArea(image, 0, 0);
            gc.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new ImageData[] {image.getImageData()};
            image.dispose();
            loader.save(file(name).toString(), SWT.IMAGE_PNG);
        });
    }

    private static Path file(String name) {
        try {
            return Files.createDirectories(Path.of(System.getProperty("eunomia.screenshots"))).resolve(name + ".png");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
