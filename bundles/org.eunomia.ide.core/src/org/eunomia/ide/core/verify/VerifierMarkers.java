package org.eunomia.ide.core.verify;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eunomia.core.Failure;
import org.eunomia.ide.core.fixes.SourceText;
import org.eunomia.ide.core.language.OutlineNode;
import org.eunomia.ide.core.language.SourceOutline;
import org.eunomia.ide.core.project.TrackerMarkers;
import org.eunomia.ide.core.verify.Verification.Outcome;

/** Shows refusals at the lines that they are about. */
final class VerifierMarkers {
    private record Place(IFile file, int line) { }

    private VerifierMarkers() { }

    /** In place of what the verification before showed. */
    static void show(Verification verification) throws CoreException {
        TrackerMarkers.remove(TrackerMarkers.VERIFIER, verification.source());
        String path = verification.source().getFullPath().toString();
        if (verification.outcome() != Outcome.REFUSED) return;
        Place place = place(verification);
        SourceText text = new SourceText(text(place.file));
        Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.SEVERITY, IMarker.SEVERITY_ERROR);
        attributes.put(IMarker.MESSAGE, message(verification));
        attributes.put(IMarker.LINE_NUMBER, place.line);
        attributes.put(IMarker.CHAR_START, text.start(place.line) + text.indent(place.line).length());
        attributes.put(IMarker.CHAR_END, text.start(place.line) + Math.max(text.indent(place.line).length(), text.line(place.line).stripTrailing().length()));
        attributes.put(TrackerMarkers.SOURCE, path);
        attributes.put(TrackerMarkers.TARGET, verification.target().name());
        attributes.put(TrackerMarkers.PROGRAM, verification.program());
        attributes.put(TrackerMarkers.REASON, reason(verification));
        if (!verification.failure().hint().isEmpty()) attributes.put(TrackerMarkers.HINT, verification.failure().hint());
        place.file.createMarker(TrackerMarkers.VERIFIER, attributes);
    }

    private static String message(Verification v) {
        String who = v.failure() instanceof Failure.VerifierRejected ? "Verifier: " : v.target().name() + ": ";
        return who + v.reason();
    }

    private static String reason(Verification v) {
        if (!v.log().reason().isEmpty()) return v.log().reason();
        return v.failure() instanceof Failure.VerifierRejected f ? f.reason() : v.failure().summary();
    }

    /** The line at fault, or the nearest before it on the way there that is in the workspace, or what the failure names. */
    private static Place place(Verification v) {
        Stream<SourceLine> way = v.log().failing().stream().flatMap(f -> v.log().wayTo(f).reversed().stream()).map(Step::source);
        Stream<SourceLine> said = v.failure() instanceof Failure.VerifierRejected f ? Stream.of(new SourceLine(f.file(), f.line(), f.sourceText())) : Stream.of();
        Optional<Place> place = Stream.concat(said, way).filter(s -> s.line() > 0).flatMap(s -> v.file(s).stream().map(file -> new Place(file, s.line()))).findFirst();
        return place.orElseGet(() -> new Place(v.source(), lineOf(v)));
    }

    /** The declaration of a program or map whose name is among the words of the failure. */
    private static int lineOf(Verification v) {
        String text = text(v.source());
        String words = " " + v.program() + " " + v.failure().summary().replaceAll("\\W+", " ") + " ";
        return SourceOutline.of(text).nodes().stream().filter(n -> n.kind() == OutlineNode.Kind.PROGRAM || n.kind() == OutlineNode.Kind.MAP).filter(n -> words.contains(" " + n.name() + " "))
                .findFirst().map(n -> (int) Arrays.stream(text.substring(0, n.nameOffset()).split("\n", -1)).count()).orElse(1);
    }

    private static String text(IFile file) {
        try {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (CoreException e) {
            return "";
        }
    }
}
