package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextHover;
import org.eclipse.jface.text.ITextHoverExtension;
import org.eclipse.jface.text.ITextHoverExtension2;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.HoverParams;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.ide.core.clangd.Positions;
import org.eunomia.ide.core.language.Cards;
import org.eunomia.ide.core.language.Lexer;
import org.eunomia.ide.core.language.LineState;
import org.eunomia.ide.core.language.MapType;
import org.eunomia.ide.core.language.Markup;
import org.eunomia.ide.core.language.OutlineNode;
import org.eunomia.ide.core.language.RichText;
import org.eunomia.ide.core.language.Sections;
import org.eunomia.ide.core.language.SourceOutline;
import org.eunomia.ide.core.language.Token;
import org.eunomia.ide.core.language.TokenKind;
import org.eunomia.ide.core.verify.RegisterState;
import org.eunomia.ide.core.verify.Verifications;

/** Tells what stands under the mouse: what only we know of helpers, sections and maps, and of all else what clangd says. */
public final class SourceHover implements ITextHover, ITextHoverExtension, ITextHoverExtension2 {
    private static final long WAIT_MS = 3_000;

    @Override
    public IRegion getHoverRegion(ITextViewer viewer, int offset) {
        return token(viewer.getDocument(), offset).map(t -> (IRegion) new Region(t.offset(), t.length())).orElse(null);
    }

    /** The piece of source at {@code offset} or, at the end of a name, that name. */
    static Optional<Token> tokenAround(IDocument document, int offset) {
        return token(document, offset).or(() -> offset > 0 ? token(document, offset - 1) : Optional.empty());
    }

    /** The piece of source at {@code offset}; empty for white space, comments and punctuation. */
    static Optional<Token> token(IDocument document, int offset) {
        try {
            IRegion line = document.getLineInformationOfOffset(offset);
            List<Token> tokens = new ArrayList<>();
            Lexer.line(document.get(line.getOffset(), line.getLength()), line.getOffset(), LineState.CODE, tokens);
            return tokens.stream().filter(t -> t.offset() <= offset && offset < t.end() && t.kind() != TokenKind.COMMENT && t.kind() != TokenKind.PUNCTUATION).findFirst();
        } catch (BadLocationException e) {
            return Optional.empty();
        }
    }

    @Override
    public Object getHoverInfo2(ITextViewer viewer, IRegion region) {
        IDocument document = viewer.getDocument();
        RichText card = token(document, region.getOffset()).map(t -> card(document, t)).orElse(RichText.EMPTY).and(verifier(document, region.getOffset()));
        return card.isEmpty() ? null : card;
    }

    private static RichText card(IDocument document, Token token) {
        String source = document.get();
        String word = token.in(source);
        switch (token.kind()) {
            case SECTION -> {
                if (word.startsWith("\"")) return Sections.find(unquoted(word)).map(s -> Cards.section(s, unquoted(word))).orElse(RichText.EMPTY);
            }
            case HELPER -> {
                var helper = Editing.shared().helpers().find(word);
                if (helper.isPresent()) return Cards.helper(helper.get(), SourceOutline.of(source).sectionAt(token.offset()));
            }
            case MAP -> {
                if (MapType.find(word).isPresent() && word.startsWith("BPF_MAP_TYPE_")) return Cards.mapType(MapType.find(word).get());
            }
            case NAME, CONSTANT -> {
                Optional<OutlineNode> map = SourceOutline.of(source).find(OutlineNode.Kind.MAP, word);
                if (map.isPresent()) return Cards.map(map.get(), source.substring(map.get().offset(), map.get().offset() + map.get().length()), built(document, word));
            }
            default -> { }
        }
        return Editors.path(document).map(p -> asked(p, source, token.offset())).orElse(RichText.EMPTY);
    }

    /** What the verifier knew of registers at that line when it refused the program. Lines of a text that was changed since are other lines. */
    private static RichText verifier(IDocument document, int offset) {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(document);
        if (buffer == null || buffer.isDirty()) return RichText.EMPTY;
        try {
            int line = document.getLineOfOffset(offset) + 1;
            Optional<RegisterState> state = Editors.path(buffer).flatMap(SourceSettings::file).flatMap(f -> Verifications.shared().at(f, line));
            return state.map(s -> RichText.builder().styled(RichText.Style.BOLD, "The verifier knows here").plain("\n" + s.inWords()).build()).orElse(RichText.EMPTY);
        } catch (BadLocationException e) {
            return RichText.EMPTY;
        }
    }

    private static String unquoted(String text) {
        return text.replace("\"", "");
    }

    private static Optional<MapSpec> built(IDocument document, String map) {
        return Editors.path(document).flatMap(BuiltPackage::of).flatMap(p -> p.maps().stream().filter(m -> m.name().equals(map)).findFirst());
    }

    private static RichText asked(Path path, String source, int offset) {
        return Editing.shared().ask(path, WAIT_MS, (server, id) -> server.hover(new HoverParams(id, Positions.position(source, offset))))
                .map(h -> h.getContents().isRight() ? Markup.markdown(h.getContents().getRight().getValue()) : RichText.EMPTY).orElse(RichText.EMPTY);
    }

    @Override
    public IInformationControlCreator getHoverControlCreator() {
        return CardControl.creator();
    }

    @Override
    @Deprecated
    public String getHoverInfo(ITextViewer viewer, IRegion region) {
        return null;
    }
}
