package org.eunomia.tests.ui.pages;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.PlatformUI;
import org.eunomia.tests.ui.kit.Ui;

/** The theme of the workbench. Texts that the light theme has no colour for keep that of the dark one until the workbench starts again. */
public final class Appearance {
    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private Appearance() { }

    /** Does {@code action} in the dark, and makes light again. */
    public static void dark(Ui.CheckedRunnable action) throws Exception {
        set(DARK);
        try {
            action.run();
        } finally {
            set(LIGHT);
        }
    }

    private static void set(String id) {
        Ui.run(() -> engine().setTheme(id, false));
        Ui.await("theme " + id, () -> engine().getActiveTheme().getId().equals(id));
    }

    private static IThemeEngine engine() {
        return PlatformUI.getWorkbench().getService(IThemeEngine.class);
    }
}
