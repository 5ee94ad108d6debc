package org.eunomia.ide.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITypedRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.presentation.IPresentationDamager;
import org.eclipse.jface.text.presentation.IPresentationRepairer;
import org.eclipse.swt.custom.StyleRange;
import org.eunomia.ide.core.language.Lexer;
import org.eunomia.ide.core.language.LineState;
import org.eunomia.ide.core.language.Token;

/**
 * Colours by lines. Knows what each line begins in, so that a change makes those lines be drawn anew that it changed, and those after it only when a
 * comment was opened or closed.
 */
final class LineColours implements IPresentationDamager, IPresentationRepairer {
    private IDocument document;
    private int lines;
    /** What each line begins in, as far as it was looked at. */
    private final List<LineState> states = new ArrayList<>(List.of(LineState.CODE));

    @Override
    public void setDocument(IDocument document) {
        this.document = document;
        lines = document == null ? 0 : document.getNumberOfLines();
        forgetFrom(1);
    }

    private void forgetFrom(int line) {
        if (states.size() > line) states.subList(line, states.size()).clear();
    }

    @Override
    public IRegion getDamageRegion(ITypedRegion partition, DocumentEvent event, boolean partitioningChanged) {
        try {
            int first = document.getLineOfOffset(event.getOffset());
            int last = document.getLineOfOffset(event.getOffset() + (event.getText() == null ? 0 : event.getText().length()));
            int moved = document.getNumberOfLines() - lines;
            lines = document.getNumberOfLines();
            int after = last + 1 - moved;
            List<LineState> rest = after > 0 && after < states.size() ? List.copyOf(states.subList(after, states.size())) : List.of();
            forgetFrom(first + 1);
            int start = document.getLineOffset(first);
            if (last + 1 >= lines) return new Region(start, document.getLength() - start);
            // The first line after the change is where it shows whether the change reaches further.
            if (rest.isEmpty() || stateOf(last + 1) != rest.get(0)) return new Region(start, document.getLength() - start);
            states.addAll(rest.subList(1, rest.size()));
            return new Region(start, document.getLineOffset(last + 1) - start);
        } catch (BadLocationException e) {
            return partition;
        }
    }

    private LineState stateOf(int line) throws BadLocationException {
        List<Token> unused = new ArrayList<>();
        while (states.size() <= line) {
            int at = states.size() - 1;
            unused.clear();
            states.add(Lexer.line(text(at), 0, states.get(at), unused));
        }
        return states.get(line);
    }

    private String text(int line) throws BadLocationException {
        IRegion region = document.getLineInformation(line);
        return document.get(region.getOffset(), region.getLength());
    }

    @Override
    public void createPresentation(TextPresentation presentation, ITypedRegion damage) {
        try {
            int first = document.getLineOfOffset(damage.getOffset());
            int last = document.getLineOfOffset(damage.getOffset() + damage.getLength());
            List<Token> tokens = new ArrayList<>();
            for (int line = first; line <= last; line++) Lexer.line(text(line), document.getLineOffset(line), stateOf(line), tokens);
            int end = damage.getOffset() + damage.getLength();
            for (Token t : tokens) {
                if (t.offset() < damage.getOffset() || t.offset() >= end) continue;
                StyleRange style = Colours.style(t.kind(), t.offset(), Math.min(t.length(), end - t.offset()));
                if (style != null) presentation.addStyleRange(style);
            }
        } catch (BadLocationException e) {
            // The document changed meanwhile, of which another event tells.
        }
    }
}
