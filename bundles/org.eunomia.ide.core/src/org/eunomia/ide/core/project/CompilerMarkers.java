package org.eunomia.ide.core.project;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Diagnostic.Severity;
import org.eunomia.core.Failure;
import org.eunomia.ide.core.fixes.SourceText;
import org.eunomia.toolchain.BuildResult;

/** Puts what the compiler says where it belongs. */
final class CompilerMarkers {
    private final IFile source;
    private final Map<IFile, SourceText> texts = new HashMap<>();

    private CompilerMarkers(IFile source) {
        this.source = source;
    }

    static void ofProject(IProject project, Failure failure) throws CoreException {
        project.createMarker(TrackerMarkers.COMPILER, attributes(IMarker.SEVERITY_ERROR, failure.summary(), failure.hint()));
    }

    static void of(IFile source, BuildResult result) throws CoreException {
        CompilerMarkers markers = new CompilerMarkers(source);
        markers.add(result.diagnostics());
        if (result.pack().license().isEmpty()) {
            markers.add(source, 1, 0, attributes(IMarker.SEVERITY_WARNING, "no licence: the kernel refuses most helpers to programs that are not under the GPL",
                    "declare one: char LICENSE[] SEC(\"license\") = \"GPL\";"));
        }
    }

    static void of(IFile source, Failure failure) throws CoreException {
        CompilerMarkers markers = new CompilerMarkers(source);
        List<Diagnostic> diagnostics = failure instanceof Failure.CompileFailed f ? f.diagnostics() : List.of();
        markers.add(diagnostics);
        if (diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR)) markers.add(source, 1, 0, attributes(IMarker.SEVERITY_ERROR, failure.summary(), failure.hint()));
    }

    /** Notes follow the message that they belong to. */
    private void add(List<Diagnostic> diagnostics) throws CoreException {
        for (int i = 0; i < diagnostics.size();) {
            int end = i + 1;
            while (end < diagnostics.size() && diagnostics.get(end).severity() == Severity.NOTE) end++;
            add(diagnostics.get(i), diagnostics.subList(i + 1, end));
            i = end;
        }
    }

    private void add(Diagnostic d, List<Diagnostic> notes) throws CoreException {
        Optional<IFile> file = TrackerMarkers.file(source, d.file());
        boolean elsewhere = file.isEmpty() && !d.file().isEmpty();
        String message = elsewhere ? Path.of(d.file()).getFileName() + ":" + d.line() + ": " + d.message() : d.message();
        Map<String, Object> attributes = attributes(severity(d.severity()), message, "");
        if (!notes.isEmpty()) attributes.put(TrackerMarkers.NOTES, String.join("\n", notes.stream().map(CompilerMarkers::note).toList()));
        List<List<Diagnostic.Edit>> edits = new ArrayList<>();
        edits.add(d.edits());
        for (Diagnostic note : notes) if (note.file().equals(d.file())) edits.add(note.edits());
        edits.removeIf(List::isEmpty);
        if (!elsewhere && !edits.isEmpty()) attributes.put(TrackerMarkers.EDITS, ProposedEdits.write(edits));
        if (file.isPresent()) add(file.get(), d.line(), d.column(), attributes);
        else add(source, elsewhere ? lineOfInclude(d.file()) : 1, 0, attributes);
    }

    private static String note(Diagnostic note) {
        return (note.file().isEmpty() ? "" : Path.of(note.file()).getFileName() + ":" + note.line() + ": ") + note.message();
    }

    /** Where a header outside of the workspace comes in, as far as the source says so itself. */
    private int lineOfInclude(String header) {
        SourceText text = text(source);
        String name = String.valueOf(Path.of(header).getFileName());
        for (int line = 1; line <= text.lines(); line++) if (text.line(line).stripLeading().startsWith("#") && text.line(line).contains(name)) return line;
        return 1;
    }

    private void add(IFile file, int line, int column, Map<String, Object> attributes) throws CoreException {
        attributes.put(TrackerMarkers.SOURCE, source.getFullPath().toString());
        attributes.put(IMarker.LINE_NUMBER, Math.max(1, line));
        SourceText text = text(file);
        int start = column > 0 ? text.offset(line, column) : text.start(line) + text.indent(line).length();
        int end = column > 0 ? text.wordEnd(start) : text.start(line) + text.line(line).stripTrailing().length();
        attributes.put(IMarker.CHAR_START, start);
        attributes.put(IMarker.CHAR_END, Math.max(start, end));
        if (!file.equals(source) && isThere(file, attributes)) return;
        file.createMarker(TrackerMarkers.COMPILER, attributes);
    }

    /** Every source that includes a header finds the same in it. */
    private static boolean isThere(IFile file, Map<String, Object> attributes) throws CoreException {
        return Arrays.stream(file.findMarkers(TrackerMarkers.COMPILER, true, IResource.DEPTH_ZERO))
                .anyMatch(m -> m.getAttribute(IMarker.LINE_NUMBER, 0) == (int) attributes.get(IMarker.LINE_NUMBER) && m.getAttribute(IMarker.MESSAGE, "").equals(attributes.get(IMarker.MESSAGE)));
    }

    private SourceText text(IFile file) {
        return texts.computeIfAbsent(file, f -> {
            try {
                return new SourceText(new String(f.readAllBytes(), StandardCharsets.UTF_8));
            } catch (CoreException e) {
                return new SourceText("");
            }
        });
    }

    private static int severity(Severity severity) {
        return switch (severity) {
            case ERROR -> IMarker.SEVERITY_ERROR;
            case WARNING -> IMarker.SEVERITY_WARNING;
            case REMARK, NOTE -> IMarker.SEVERITY_INFO;
        };
    }

    private static Map<String, Object> attributes(int severity, String message, String hint) {
        Map<String, Object> attributes = new HashMap<>(Map.of(IMarker.SEVERITY, severity, IMarker.MESSAGE, message));
        if (!hint.isEmpty()) attributes.put(TrackerMarkers.HINT, hint);
        return attributes;
    }
}
