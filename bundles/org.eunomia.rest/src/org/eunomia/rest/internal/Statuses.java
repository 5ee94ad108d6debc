package org.eunomia.rest.internal;

import java.util.Set;
import org.eunomia.core.Failure;

/** The one place that says which status a failure has. */
final class Statuses {
    /** What paths name; a tracepoint that a package asks for, say, is something else. */
    private static final Set<String> RESOURCES = Set.of("path", "tracker", "map", "entry", "update of tracker");

    private Statuses() { }

    static int of(Failure failure) {
        return switch (failure) {
            case Failure.PackageInvalid f -> 400;
            case Failure.ObjectInvalid f -> 400;
            case Failure.ParamInvalid f -> 400;
            case Failure.RequestInvalid f -> 400;
            case Failure.Unauthenticated f -> 401;
            case Failure.NotPermitted f -> 403;
            case Failure.PolicyRefused f -> 403;
            case Failure.NotFound f -> RESOURCES.contains(f.what()) ? 404 : 422;
            case Failure.Conflict f -> 409;
            case Failure.LimitExceeded f -> 413;
            case Failure.CompileFailed f -> 422;
            case Failure.VerifierRejected f -> 422;
            case Failure.LoadFailed f -> 422;
            case Failure.AttachFailed f -> 422;
            case Failure.TooMany f -> 429;
            case Failure.NotSupported f -> 501;
            case Failure.Unavailable f -> 503;
        };
    }
}
