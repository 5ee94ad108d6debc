package org.eunomia.ide.core.clangd;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;

/** A file that is edited, with its text as it now is: a server that is started anew has to be told all of it. */
final class OpenFile {
    private final Path path;
    private final StringBuilder text;
    private int version = 1;

    OpenFile(Path path, String text) {
        this.path = path;
        this.text = new StringBuilder(text);
    }

    static String uri(Path path) {
        return path.toUri().toString();
    }

    int version() {
        return version;
    }

    Path path() {
        return path;
    }

    /** What a server that knows nothing of the file is to be told. */
    DidOpenTextDocumentParams opened() {
        return new DidOpenTextDocumentParams(new TextDocumentItem(uri(path), "c", version, text.toString()));
    }

    DidChangeTextDocumentParams replace(int offset, int length, String replacement) {
        var change = new TextDocumentContentChangeEvent(Positions.range(text, offset, length), replacement);
        text.replace(offset, offset + length, replacement);
        return new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri(path), ++version), List.of(change));
    }
}
