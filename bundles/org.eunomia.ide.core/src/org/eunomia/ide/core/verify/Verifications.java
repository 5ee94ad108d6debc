package org.eunomia.ide.core.verify;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eunomia.core.spec.Package;
import org.eunomia.ide.core.preferences.BuildPreferences;
import org.eunomia.ide.core.project.TrackerProject;
import org.eunomia.ide.core.project.TrackerMarkers;

/** The last verification of each source. Verifies in the background after each build, if the project wants that. Safe for use from any thread. */
public final class Verifications {
    private static final Verifications SHARED = new Verifications();

    private final Map<IFile, Verification> last = new ConcurrentHashMap<>();
    private final Map<IFile, VerifyJob> jobs = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Told on any thread. */
    public interface Listener {
        void verified(Verification verification);

        /** There is no verification of {@code source} any more. */
        default void forgotten(IFile source) { }
    }

    private Verifications() { }

    public static Verifications shared() {
        return SHARED;
    }

    /** Verifies what was built, unless the project has verifying switched off. Returns at once. */
    public void built(IFile source, Package pack) throws CoreException {
        if (TrackerProject.of(source.getProject()).preferences().verifyOnSave()) verify(source, pack);
        else forget(source);
    }

    /** Verifies in the background, in place of what still waits for that source. */
    public void verify(IFile source, Package pack) {
        BuildPreferences preferences = TrackerProject.of(source.getProject()).preferences();
        jobs.computeIfAbsent(source, s -> new VerifyJob(s, this::done)).verify(pack, preferences.verifyTarget());
    }

    private void done(Verification verification) {
        last.put(verification.source(), verification);
        listeners.forEach(l -> l.verified(verification));
    }

    /** Ends what is under way for {@code source}, drops what is known and takes its markers away. */
    public void forget(IFile source) throws CoreException {
        VerifyJob job = jobs.remove(source);
        if (job != null) job.cancel();
        if (last.remove(source) != null) listeners.forEach(l -> l.forgotten(source));
        TrackerMarkers.remove(TrackerMarkers.VERIFIER, source);
    }

    public Optional<Verification> of(IFile source) {
        return Optional.ofNullable(last.get(source));
    }

    /** Refusals whose log goes through {@code file}, which may be a header. */
    public List<Verification> concerning(IFile file) {
        return last.values().stream().filter(v -> v.outcome() == Verification.Outcome.REFUSED && (v.source().equals(file) || v.files().containsValue(file))).toList();
    }

    /**
     * What the verifier knew of registers at a line when it refused a program, for showing it there.
     *
     * @param line 1-based, in the file as it was when it was built
     */
    public Optional<RegisterState> at(IFile file, int line) {
        return concerning(file).stream().flatMap(v -> v.at(file, line).stream()).findFirst();
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }
}
