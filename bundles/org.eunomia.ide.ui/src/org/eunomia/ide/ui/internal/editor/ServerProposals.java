package org.eunomia.ide.ui.internal.editor;

import java.util.function.Function;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Range;
import org.eclipse.swt.graphics.Image;
import org.eunomia.ide.core.clangd.Positions;
import org.eunomia.ide.core.language.Markup;
import org.eunomia.ide.core.language.RichText;
import org.eunomia.ide.core.language.Snippet;

/** What clangd proposes, as lines of the list. */
final class ServerProposals {
    private ServerProposals() { }

    static SourceProposal proposal(CompletionItem item, String source, int offset, Function<String, Image> images) {
        Range range = item.getTextEdit() == null ? null : item.getTextEdit().map(e -> e.getRange(), e -> e.getReplace());
        String text = item.getTextEdit() != null ? item.getTextEdit().map(e -> e.getNewText(), e -> e.getNewText()) : item.getInsertText() != null ? item.getInsertText() : item.getLabel();
        int start = range == null ? wordStart(source, offset) : Positions.offset(source, range.getStart());
        int end = range == null ? offset : Positions.offset(source, range.getEnd());
        boolean snippet = item.getInsertTextFormat() == InsertTextFormat.Snippet;
        String filter = item.getFilterText() != null ? item.getFilterText() : item.getLabel().strip();
        // clangd marks with a dot what it would include a header for.
        String label = item.getLabel().replaceFirst("^[ •]", "");
        String detail = item.getDetail() == null ? "" : item.getDetail().lines().findFirst().orElse("");
        var what = new SourceProposal.What(label, detail, filter, snippet ? Snippet.read(text) : Snippet.plain(text), start, end, offset, false, () -> info(item));
        return new SourceProposal(what, images.apply(icon(item.getKind())));
    }

    private static int wordStart(String source, int offset) {
        int at = offset;
        while (at > 0 && Character.isJavaIdentifierPart(source.charAt(at - 1))) at--;
        return at;
    }

    private static RichText info(CompletionItem item) {
        if (item.getDocumentation() == null) return RichText.EMPTY;
        return item.getDocumentation().map(text -> Markup.markdown(text), markup -> Markup.markdown(markup.getValue()));
    }

    private static String icon(CompletionItemKind kind) {
        if (kind == null) return "proposal-name";
        return switch (kind) {
            case Function, Method -> "outline-function";
            case Field, Property, EnumMember, Constant, Variable -> "outline-field";
            case Class, Struct, Enum, Interface, TypeParameter -> "outline-type";
            case Snippet, Keyword -> "proposal-template";
            default -> "proposal-name";
        };
    }
}
