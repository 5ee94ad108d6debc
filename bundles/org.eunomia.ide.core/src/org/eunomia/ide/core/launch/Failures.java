package org.eunomia.ide.core.launch;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.MultiStatus;
import org.eclipse.core.runtime.Status;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** The one place where failures become statuses: the summary is the message, hint and log are its details. */
public final class Failures {
    private static final String BUNDLE = "org.eunomia.ide.core";
    private static final int MOST_LOG_LINES = 100;

    private Failures() { }

    public static IStatus status(Failure failure) {
        return status(failure, null);
    }

    private static IStatus status(Failure failure, Throwable cause) {
        List<String> details = new ArrayList<>();
        if (!failure.hint().isEmpty()) details.add(failure.hint());
        if (failure instanceof Failure.VerifierRejected v && !v.sourceText().isBlank()) details.add(v.line() + " | " + v.sourceText().strip());
        List<String> log = failure.log().lines().toList();
        details.addAll(log.subList(Math.max(0, log.size() - MOST_LOG_LINES), log.size()));
        if (details.isEmpty()) return new Status(IStatus.ERROR, BUNDLE, failure.summary(), cause);
        MultiStatus status = new MultiStatus(BUNDLE, IStatus.ERROR, failure.summary(), cause);
        details.forEach(line -> status.add(new Status(IStatus.ERROR, BUNDLE, line)));
        return status;
    }

    /** Its cause is {@code e}. */
    public static CoreException core(OperationFailedException e) {
        return new CoreException(status(e.failure(), e));
    }

    public static CoreException core(String message) {
        return new CoreException(new Status(IStatus.ERROR, BUNDLE, message));
    }

    /** For messages: what went wrong and what to do, in one or two lines. */
    public static String text(Failure failure) {
        return failure.hint().isEmpty() ? failure.summary() : failure.summary() + "\n" + failure.hint();
    }
}
