package org.eunomia.tests.ui.pages;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;
import org.eunomia.tests.ui.kit.Ui;

/** The theme of the workbench. */
public final class Appearance {
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private Appearance() { }

    /** Something that may fail. */
    @FunctionalInterface
    public interface Action {
        void run() throws Exception;
    }

    /** Does {@code action} in the dark, and makes light again. */
    public static void dark(Action action) throws Exception {
        set(DARK);
        try {
            action.run();
        } finally {
            set(LIGHT);
        }
    }

    private static void set(String id) {
        Ui.run(() -> PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(id, false));
        Ui.await("theme " + id, () -> PlatformUI.getWorkbench().getService(IThemeEngine.class).getActiveTheme().getId().equals(id));
    }
}
