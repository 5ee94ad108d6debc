package org.eunomia.ide.ui.internal.verify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eunomia.ide.core.fixes.Fix;
import org.eunomia.ide.core.fixes.Fixes;
import org.eunomia.ide.core.fixes.Problem;
import org.eunomia.ide.core.project.ProposedEdits;
import org.eunomia.ide.core.project.TrackerMarkers;

/** Offers what helps against the problems of the compiler and of verifiers. */
public final class ProblemFixes implements IMarkerResolutionGenerator2 {
    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        List<IMarkerResolution> resolutions = new ArrayList<>();
        for (Fix fix : fixes(marker)) resolutions.add(new FixResolution(fix));
        if (isVerifier(marker)) resolutions.add(new ShowLogResolution());
        return resolutions.toArray(IMarkerResolution[]::new);
    }

    @Override
    public boolean hasResolutions(IMarker marker) {
        return marker.exists() && (isVerifier(marker) || !fixes(marker).isEmpty());
    }

    private static boolean isVerifier(IMarker marker) {
        try {
            return marker.exists() && marker.isSubtypeOf(TrackerMarkers.VERIFIER);
        } catch (CoreException e) {
            return false;
        }
    }

    private static List<Fix> fixes(IMarker marker) {
        if (!(marker.getResource() instanceof IFile file)) return List.of();
        try {
            boolean verifier = isVerifier(marker);
            String message = verifier ? marker.getAttribute(TrackerMarkers.REASON, "") : marker.getAttribute(IMarker.MESSAGE, "");
            int line = marker.getAttribute(IMarker.LINE_NUMBER, 0);
            return Fixes.of(text(file), new Problem(verifier ? Problem.Kind.VERIFIER : Problem.Kind.COMPILER, message, line, ProposedEdits.read(marker.getAttribute(TrackerMarkers.EDITS, ""))));
        } catch (CoreException e) {
            return List.of();
        }
    }

    /** As the editor has it, when one does. */
    private static String text(IFile file) throws CoreException {
        ITextFileBuffer buffer = FileBuffers.getTextFileBufferManager().getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
        return buffer != null ? buffer.getDocument().get() : new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
}
