package org.eunomia.ide.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eunomia.ide.core.language.Lexer;
import org.eunomia.ide.core.language.LineState;
import org.eunomia.ide.core.language.Token;

/** What is written beside what is typed: the bracket or quote that closes, the indentation of a new line. */
public final class Typing implements IAutoEditStrategy {
    private static final String OPEN = "([{\"";
    private static final String CLOSE = ")]}\"";

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        if (!command.doit || command.text == null) return;
        try {
            if (isNewLine(document, command)) newLine(document, command);
            else if (command.text.length() == 1) character(document, command, command.text.charAt(0));
            else if (command.text.isEmpty() && command.length == 1) deleted(document, command);
        } catch (BadLocationException e) {
            // Then it is typed as it is.
        }
    }

    private static boolean isNewLine(IDocument document, DocumentCommand command) {
        for (String delimiter : document.getLegalLineDelimiters()) if (command.text.equals(delimiter)) return command.length == 0;
        return false;
    }

    private static char at(IDocument document, int offset) throws BadLocationException {
        return offset >= 0 && offset < document.getLength() ? document.getChar(offset) : '\n';
    }

    private static void character(IDocument document, DocumentCommand command, char typed) throws BadLocationException {
        char next = at(document, command.offset + command.length);
        boolean inText = isText(document, command.offset);
        if (CLOSE.indexOf(typed) >= 0 && next == typed && command.length == 0 && (typed != '"' || inText)) {
            over(command);
            return;
        }
        if (typed == '}' && command.length == 0) outdent(document, command);
        int open = OPEN.indexOf(typed);
        if (open < 0 || inText || command.length > 0 || Character.isJavaIdentifierPart(next)) return;
        // A brace is closed by the line that is opened after it.
        if (typed == '{') return;
        command.text = command.text + CLOSE.charAt(open);
        command.shiftsCaret = false;
        command.caretOffset = command.offset + 1;
    }

    private static void over(DocumentCommand command) {
        command.text = "";
        command.shiftsCaret = false;
        command.caretOffset = command.offset + 1;
    }

    /** A bracket alone with its partner goes together with it. */
    private static void deleted(IDocument document, DocumentCommand command) throws BadLocationException {
        int open = OPEN.indexOf(at(document, command.offset));
        if (open >= 0 && OPEN.charAt(open) != '{' && at(document, command.offset + 1) == CLOSE.charAt(open)) command.length = 2;
    }

    private static void outdent(IDocument document, DocumentCommand command) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(command.offset);
        String before = document.get(line.getOffset(), command.offset - line.getOffset());
        if (before.isEmpty() || !before.isBlank()) return;
        int cut = before.endsWith("\t") ? 1 : Math.min(8, before.length());
        command.offset -= cut;
        command.length += cut;
    }

    private static void newLine(IDocument document, DocumentCommand command) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(command.offset);
        String before = document.get(line.getOffset(), command.offset - line.getOffset());
        String after = document.get(command.offset, line.getOffset() + line.getLength() - command.offset);
        String indent = before.substring(0, before.length() - before.stripLeading().length());
        String text = before.strip();
        String newline = command.text;
        if (text.startsWith("/*") && !text.contains("*/")) command.text = newline + indent + " * ";
        else if (text.startsWith("* ") && !text.contains("*/") || text.equals("*")) command.text = newline + indent + "* ";
        else if (text.endsWith("{")) {
            command.text = newline + indent + "\t";
            if (!after.isBlank() && !after.strip().startsWith("}") || !lacksBrace(document)) {
                if (after.strip().startsWith("}")) placeAfter(command, newline + indent);
                return;
            }
            placeAfter(command, newline + indent + (after.strip().startsWith("}") ? "" : isAggregate(text) ? "};" : "}"));
        } else command.text = newline + indent;
    }

    private static void placeAfter(DocumentCommand command, String more) {
        command.shiftsCaret = false;
        command.caretOffset = command.offset + command.text.length();
        command.text += more;
    }

    private static boolean isAggregate(String text) {
        return text.matches("(?:typedef\\s+)?(?:struct|union|enum)\\b[^()]*\\{");
    }

    private static boolean lacksBrace(IDocument document) {
        int depth = 0;
        String source = document.get();
        for (Token t : Lexer.lex(source)) {
            if (t.length() != 1 || t.kind().isText()) continue;
            if (source.charAt(t.offset()) == '{') depth++;
            if (source.charAt(t.offset()) == '}') depth--;
        }
        return depth > 0;
    }

    /** Whether the place is within a comment or a string that begins on its line. */
    private static boolean isText(IDocument document, int offset) throws BadLocationException {
        IRegion line = document.getLineInformationOfOffset(offset);
        List<Token> tokens = new ArrayList<>();
        Lexer.line(document.get(line.getOffset(), offset - line.getOffset()), 0, LineState.CODE, tokens);
        if (tokens.isEmpty()) return false;
        Token last = tokens.get(tokens.size() - 1);
        if (!last.kind().isText() || last.end() < offset - line.getOffset()) return false;
        String text = document.get(line.getOffset() + last.offset(), last.length());
        boolean closed = text.length() > 1 && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'") || text.startsWith("/*") && text.endsWith("*/")) || text.equals("SEC");
        return !closed;
    }
}
