package org.eunomia.ide.ui.internal.editor;

import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eunomia.ide.core.clangd.ClangdStatus;

/** Tells how the language server is: that there is none, once, with what helps; all else in the status line. */
final class ClangdNotice {
    private static final long SHOWN_MS = 15_000;
    private static final int COLUMNS = 46;

    private boolean told;

    void show(ClangdStatus status) {
        if (!PlatformUI.isWorkbenchRunning()) return;
        Display display = PlatformUI.getWorkbench().getDisplay();
        if (display.isDisposed()) return;
        display.asyncExec(() -> {
            if (status instanceof ClangdStatus.Missing missing && !told) {
                told = true;
                popup(display, missing);
            }
            line(status);
        });
    }

    private static void popup(Display display, ClangdStatus.Missing missing) {
        NotificationPopup.forDisplay(display).title("Editing without clangd", true)
                .text(wrapped(capitalised(missing.failure().reason()) + ".") + "\n" + wrapped(capitalised(missing.failure().hint()) + ".")).delay(SHOWN_MS).open();
    }

    /** The popup has a width of its own and cuts off what does not fit. */
    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            boolean fits = column + word.length() < COLUMNS;
            if (column > 0) lines.append(fits ? ' ' : '\n');
            column = fits ? column + word.length() + 1 : word.length() + 1;
            lines.append(word);
        }
        return lines.toString();
    }

    private static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase() + text.substring(1);
    }

    private static void line(ClangdStatus status) {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        IEditorPart editor = window == null || window.getActivePage() == null ? null : window.getActivePage().getActiveEditor();
        if (editor == null) return;
        IStatusLineManager line = editor.getEditorSite().getActionBars().getStatusLineManager();
        boolean wrong = status instanceof ClangdStatus.Missing || status instanceof ClangdStatus.Restarting;
        line.setErrorMessage(wrong ? status.text() : null);
        line.setMessage(status instanceof ClangdStatus.Starting ? status.text() : null);
    }
}
