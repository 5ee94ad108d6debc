package org.eunomia.ide.ui.internal.editor;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.search.ui.ISearchQuery;
import org.eclipse.search.ui.ISearchResult;
import org.eunomia.ide.core.clangd.Positions;

/** Asks clangd where a name is used. */
final class ReferenceQuery implements ISearchQuery {
    private static final long WAIT_MS = 60_000;

    private final Path path;
    private final Position position;
    private final String name;
    private final ReferenceResult result = new ReferenceResult(this);

    ReferenceQuery(Path path, Position position, String name) {
        this.path = path;
        this.position = position;
        this.name = name;
    }

    String name() {
        return name;
    }

    @Override
    public IStatus run(IProgressMonitor monitor) {
        result.removeAll();
        List<? extends Location> found = Editing.shared().<List<? extends Location>>ask(path, WAIT_MS, (server, id) -> server.references(new ReferenceParams(id, position, new ReferenceContext(true))))
                .orElse(List.of());
        Map<Path, String> texts = new HashMap<>();
        for (Location l : found) {
            Path file = Path.of(URI.create(l.getUri()));
            String text = texts.computeIfAbsent(file, ReferenceQuery::text);
            int start = Positions.offset(text, l.getRange().getStart());
            int line = text.lastIndexOf('\n', start - 1) + 1;
            int end = text.indexOf('\n', start);
            String whole = text.substring(line, end < 0 ? text.length() : end).strip();
            Object element = SourceSettings.file(file).map(Object.class::cast).orElse(file);
            result.addMatch(new ReferenceMatch(element, start, Positions.offset(text, l.getRange().getEnd()) - start, l.getRange().getStart().getLine() + 1, whole, l));
        }
        return Status.OK_STATUS;
    }

    private static String text(Path file) {
        Optional<String> open = Editing.shared().document(file).map(d -> d.document().get());
        if (open.isPresent()) return open.get();
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public String getLabel() {
        return "References to " + name;
    }

    @Override
    public boolean canRerun() {
        return true;
    }

    @Override
    public boolean canRunInBackground() {
        return true;
    }

    @Override
    public ISearchResult getSearchResult() {
        return result;
    }
}
