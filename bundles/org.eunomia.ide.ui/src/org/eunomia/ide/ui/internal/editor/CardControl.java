package org.eunomia.ide.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.AbstractInformationControl;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IInformationControlExtension2;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eunomia.ide.core.language.Lexer;
import org.eunomia.ide.core.language.RichText;
import org.eunomia.ide.core.language.Token;

/** A small window with text in styles, C in it coloured like source. */
final class CardControl extends AbstractInformationControl implements IInformationControlExtension2 {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 420;
    private static final int MARGIN = 8;

    private final boolean part;
    private StyledText text;
    private RichText content = RichText.EMPTY;

    CardControl(Shell parent, boolean resizable) {
        super(parent, resizable);
        // Beside the hovers of markers it is a part of a window that is itself a child, which shares out the room.
        part = parent.getParent() != null;
        create();
    }

    static IInformationControlCreator creator() {
        return parent -> new CardControl(parent, false);
    }

    @Override
    protected void createContent(Composite parent) {
        parent.setLayout(new FillLayout());
        text = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        text.setAlwaysShowScrollBars(false);
        text.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        text.setForeground(JFaceColors.getInformationViewerForegroundColor(parent.getDisplay()));
        text.setBackground(JFaceColors.getInformationViewerBackgroundColor(parent.getDisplay()));
        text.setData("org.eunomia.id", "card");
    }

    @Override
    public void setInput(Object input) {
        content = input instanceof RichText rich ? rich : new RichText(input == null ? "" : input.toString(), List.of());
        text.setText(content.text());
        List<StyleRange> ranges = new ArrayList<>();
        for (RichText.Run run : content.runs()) style(run, ranges);
        text.setStyleRanges(ranges.toArray(StyleRange[]::new));
    }

    private void style(RichText.Run run, List<StyleRange> ranges) {
        switch (run.style()) {
            case HEADING, BOLD -> ranges.add(new StyleRange(run.offset(), run.length(), null, null, SWT.BOLD));
            case ITALIC -> ranges.add(new StyleRange(run.offset(), run.length(), null, null, SWT.ITALIC));
            case DIM -> ranges.add(new StyleRange(run.offset(), run.length(), Colours.of("comment"), null));
            case WARNING -> ranges.add(new StyleRange(run.offset(), run.length(), Colours.of("section"), null, SWT.BOLD));
            case CODE -> code(run, ranges);
        }
    }

    private void code(RichText.Run run, List<StyleRange> ranges) {
        int at = run.offset();
        String code = content.text().substring(run.offset(), run.offset() + run.length());
        for (Token t : Lexer.lex(code)) {
            StyleRange range = Colours.style(t.kind(), run.offset() + t.offset(), t.length());
            if (range == null || range.start < at) continue;
            if (range.start > at) ranges.add(monospaced(new StyleRange(at, range.start - at, null, null)));
            ranges.add(monospaced(range));
            at = range.start + range.length;
        }
        int end = run.offset() + run.length();
        if (end > at) ranges.add(monospaced(new StyleRange(at, end - at, null, null)));
    }

    private static StyleRange monospaced(StyleRange range) {
        range.font = range.fontStyle == SWT.BOLD ? JFaceResources.getFontRegistry().getBold(JFaceResources.TEXT_FONT) : JFaceResources.getTextFont();
        return range;
    }

    @Override
    public boolean hasContents() {
        return !content.isEmpty();
    }

    @Override
    public Point computeSizeHint() {
        Point natural = text.computeSize(SWT.DEFAULT, SWT.DEFAULT, true);
        Point size = natural.x <= WIDTH ? natural : text.computeSize(WIDTH, SWT.DEFAULT, true);
        Rectangle trim = computeTrim();
        return new Point(Math.min(size.x, WIDTH) + trim.width, Math.min(size.y, HEIGHT) + trim.height);
    }

    /** Editors allow for a dozen lines, which cuts most of what there is to tell. */
    @Override
    public Point computeSizeConstraints(int widthInChars, int heightInChars) {
        Point usual = super.computeSizeConstraints(widthInChars, heightInChars);
        return part ? usual : new Point(Math.max(usual.x, WIDTH), Math.max(usual.y, HEIGHT));
    }

    @Override
    public IInformationControlCreator getInformationPresenterControlCreator() {
        return parent -> new CardControl(parent, true);
    }

    @Override
    public void setFocus() {
        super.setFocus();
        text.setFocus();
    }
}
