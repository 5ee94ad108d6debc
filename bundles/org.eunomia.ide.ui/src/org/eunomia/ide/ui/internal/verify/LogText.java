package org.eunomia.ide.ui.internal.verify;

import java.util.function.IntConsumer;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eunomia.ide.core.verify.VerifierLog;

/** The log as the kernel wrote it. */
final class LogText {
    private final StyledText text;
    private int omittedLines;
    private int marked = -1;
    private boolean setting;
    private int reason = -1;
    private Color painted;

    /** @param selected gets the line of the log, from 0, in which the cursor is put */
    LogText(Composite parent, IntConsumer selected) {
        text = new StyledText(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL | SWT.READ_ONLY | SWT.BORDER);
        text.setFont(JFaceResources.getTextFont());
        text.setData("org.eunomia.id", "verifier.log");
        text.setMargins(4, 2, 4, 2);
        // Another theme brings other colours, but not to what was coloured before.
        text.addListener(SWT.Paint, e -> {
            if (text.getBackground().equals(painted)) return;
            painted = text.getBackground();
            text.getDisplay().asyncExec(this::colour);
        });
        text.addCaretListener(e -> {
            if (!setting) selected.accept(Math.max(0, text.getLineAtOffset(e.caretOffset) - omittedLines));
        });
    }

    void show(VerifierLog log) {
        setting = true;
        try {
            marked = -1;
            omittedLines = log != null && log.omitted() > 0 ? 1 : 0;
            String note = omittedLines == 0 ? "" : String.format("… %,d lines before are left out%n", log.omitted());
            text.setText(log == null ? "" : note + String.join("\n", log.lines()));
            reason = log != null && log.reasonLine() >= 0 ? log.reasonLine() + omittedLines : -1;
            colour();
        } finally {
            setting = false;
        }
    }

    private void colour() {
        if (text.isDisposed()) return;
        if (reason >= 0) emphasise(reason);
        if (marked >= 0) text.setLineBackground(marked, 1, highlight());
    }

    private void emphasise(int line) {
        org.eclipse.swt.custom.StyleRange style = new org.eclipse.swt.custom.StyleRange();
        style.start = text.getOffsetAtLine(line);
        style.length = text.getLine(line).length();
        style.foreground = JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR);
        style.fontStyle = SWT.BOLD;
        text.setStyleRange(style);
    }

    /** Marks a line, counted from 0, and brings it into view. */
    void select(int line) {
        int at = line + omittedLines;
        if (at < 0 || at >= text.getLineCount()) return;
        setting = true;
        try {
            if (marked >= 0 && marked < text.getLineCount()) text.setLineBackground(marked, 1, null);
            text.setLineBackground(at, 1, highlight());
            marked = at;
            text.setCaretOffset(text.getOffsetAtLine(at));
            int visible = Math.max(1, text.getClientArea().height / Math.max(1, text.getLineHeight()));
            if (at < text.getTopIndex() || at >= text.getTopIndex() + visible) text.setTopIndex(Math.max(0, at - visible / 2));
        } finally {
            setting = false;
        }
    }

    /** A shade between background and selection, in any theme. */
    private Color highlight() {
        Color back = text.getBackground();
        Color selection = text.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION);
        return new Color((3 * back.getRed() + selection.getRed()) / 4, (3 * back.getGreen() + selection.getGreen()) / 4, (3 * back.getBlue() + selection.getBlue()) / 4);
    }
}
