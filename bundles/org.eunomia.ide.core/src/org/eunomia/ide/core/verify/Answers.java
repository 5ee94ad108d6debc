package org.eunomia.ide.core.verify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eunomia.core.Failure;
import org.eunomia.core.VerifyReport;
import org.eunomia.ide.core.project.TrackerMarkers;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.verify.Verification.Outcome;

/** Makes verifications of what targets answer. */
final class Answers {
    private Answers() { }

    static Verification of(IFile source, Target target, VerifyReport report) {
        if (report.failure().isPresent()) return of(source, target, report.failure().get(), report.programs());
        return new Verification(source, target, Outcome.ACCEPTED, report.programs(), null, "", VerifierLog.parse(""), Map.of(), Instant.now());
    }

    static Verification of(IFile source, Target target, Failure failure) {
        return of(source, target, failure, List.of());
    }

    private static Verification of(IFile source, Target target, Failure failure, List<VerifyReport.Verdict> programs) {
        VerifierLog log = VerifierLog.parse(failure instanceof Failure.VerifierRejected f ? f.log() : "").located(source.getName(), lines(source));
        String reason = failure instanceof Failure.VerifierRejected f ? PlainWords.of(f.reason(), log) : failure.summary();
        return new Verification(source, target, outcome(failure), programs, failure, reason, log, files(source, log, failure), Instant.now());
    }

    private static Outcome outcome(Failure failure) {
        return switch (failure) {
            case Failure.NotPermitted f -> Outcome.UNKNOWN;
            case Failure.Unavailable f -> Outcome.UNKNOWN;
            case Failure.Unauthenticated f -> Outcome.UNKNOWN;
            case Failure.TooMany f -> Outcome.UNKNOWN;
            case Failure.Conflict f -> Outcome.UNKNOWN;
            case Failure.RequestInvalid f -> Outcome.UNKNOWN;
            case Failure.CompileFailed f -> Outcome.REFUSED;
            case Failure.PackageInvalid f -> Outcome.REFUSED;
            case Failure.ObjectInvalid f -> Outcome.REFUSED;
            case Failure.ParamInvalid f -> Outcome.REFUSED;
            case Failure.VerifierRejected f -> Outcome.REFUSED;
            case Failure.LoadFailed f -> Outcome.REFUSED;
            case Failure.AttachFailed f -> Outcome.REFUSED;
            case Failure.NotFound f -> Outcome.REFUSED;
            case Failure.NotSupported f -> Outcome.REFUSED;
            case Failure.LimitExceeded f -> Outcome.REFUSED;
            case Failure.PolicyRefused f -> Outcome.REFUSED;
        };
    }

    private static List<String> lines(IFile source) {
        try {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (CoreException e) {
            return List.of();
        }
    }

    /** Objects name files from the folder of the source on; what comes from our own headers has no file in the workspace. */
    private static Map<String, IFile> files(IFile source, VerifierLog log, Failure failure) {
        Map<String, IFile> files = new HashMap<>();
        log.steps().stream().map(s -> s.source().file()).distinct().forEach(name -> add(files, source, name));
        log.sections().ifPresent(r -> r.notes().values().forEach(notes -> notes.forEach(n -> add(files, source, n.source().file()))));
        if (failure instanceof Failure.VerifierRejected f) add(files, source, f.file());
        return files;
    }

    private static void add(Map<String, IFile> files, IFile source, String name) {
        if (!files.containsKey(name)) TrackerMarkers.file(source, name).ifPresent(file -> files.put(name, file));
    }
}
