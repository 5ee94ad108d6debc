package org.eunomia.ide.ui.internal.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eunomia.ide.core.clangd.Positions;
import org.eunomia.ide.core.project.TrackerProject;

/** Underlines what the language server complains of while text is typed. Not markers: they go with the editor, and look otherwise than what a build found. */
final class LiveProblems {
    static final String TYPE = "org.eunomia.ide.ui.live.";

    private final Path path;
    private final ITextFileBuffer buffer;

    LiveProblems(Path path, ITextFileBuffer buffer) {
        this.path = path;
        this.buffer = buffer;
    }

    /** Whether a builder makes markers for that file. */
    static boolean isBuilt(Path path) {
        return SourceSettings.file(path).filter(f -> TrackerProject.is(f.getProject())).isPresent();
    }

    /** In the workbench's thread. */
    void show(List<Diagnostic> diagnostics) {
        if (buffer.getDocument() == null || !(buffer.getAnnotationModel() instanceof IAnnotationModelExtension model)) return;
        boolean built = !buffer.isDirty() && isBuilt(path);
        // A header of the kernel's or of libbpf's, looked at alone, is nobody's to mend.
        boolean foreign = SourceSettings.file(path).isEmpty();
        Map<Annotation, Position> wanted = new HashMap<>();
        IDocument document = buffer.getDocument();
        String text = document.get();
        if (!built && !foreign) for (Diagnostic d : diagnostics) wanted.put(new Annotation(type(d), false, message(d)), position(text, d));
        model.replaceAnnotations(ours(buffer.getAnnotationModel()), wanted);
    }

    private static Annotation[] ours(IAnnotationModel model) {
        List<Annotation> ours = new ArrayList<>();
        for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
            Annotation a = all.next();
            if (a.getType() != null && a.getType().startsWith(TYPE)) ours.add(a);
        }
        return ours.toArray(Annotation[]::new);
    }

    private static String type(Diagnostic d) {
        DiagnosticSeverity severity = d.getSeverity() == null ? DiagnosticSeverity.Error : d.getSeverity();
        return TYPE + switch (severity) {
            case Error -> "error";
            case Warning -> "warning";
            case Information, Hint -> "info";
        };
    }

    /** clangd appends that a fix is available, which the light bulb says. */
    static String message(Diagnostic d) {
        String message = d.getMessage().isLeft() ? d.getMessage().getLeft() : d.getMessage().getRight().getValue();
        return message.replaceFirst(" \\(fix(?:es)? available\\)$", "");
    }

    private static Position position(String text, Diagnostic d) {
        int start = Positions.offset(text, d.getRange().getStart());
        int end = Positions.offset(text, d.getRange().getEnd());
        if (end == start && end < text.length() && text.charAt(end) != '\n') end++;
        else if (end == start && start > 0 && text.charAt(start - 1) != '\n') start--;
        return new Position(start, end - start);
    }
}
