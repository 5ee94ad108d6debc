package org.eunomia.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eunomia.core.Failure;

/**
 * Failures as problem documents (RFC 9457): {@code type} names the kind of failure, {@code detail} is its summary, and its facts are further members by the names
 * that they have in {@link Failure}. Reading one gives a failure that is equal to the one that was written.
 */
public final class Problem {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE_PREFIX = "urn:eunomia:problem:";

    private Problem() { }

    public static String type(Class<? extends Failure> failure) {
        return TYPE_PREFIX + Documents.kind(failure);
    }

    public static Map<String, Object> toJson(Failure failure, int status) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type(failure.getClass()));
        problem.put("title", title(failure));
        problem.put("status", (long) status);
        problem.put("detail", failure.summary());
        if (!failure.hint().isEmpty()) problem.put("hint", failure.hint());
        ((Map<?, ?>) Documents.toJson(failure)).forEach((name, fact) -> {
            if (!name.equals("kind")) problem.put((String) name, fact);
        });
        return problem;
    }

    /** @throws InvalidDocumentException when it is no problem of ours */
    public static Failure fromJson(Object json) throws InvalidDocumentException {
        if (!(json instanceof Map<?, ?> members) || !(members.get("type") instanceof String type) || !type.startsWith(TYPE_PREFIX)) {
            throw new InvalidDocumentException("/type", "a type that starts with " + TYPE_PREFIX + " is wanted");
        }
        Map<Object, Object> failure = new LinkedHashMap<>(members);
        failure.put("kind", type.substring(TYPE_PREFIX.length()));
        return Documents.fromJson(Failure.class, failure, Documents.Unknown.IGNORED);
    }

    private static String title(Failure failure) {
        return switch (failure) {
            case Failure.CompileFailed f -> "The compiler refused the source";
            case Failure.PackageInvalid f -> "The package is invalid";
            case Failure.ObjectInvalid f -> "The BPF object is invalid";
            case Failure.ParamInvalid f -> "A param is invalid";
            case Failure.VerifierRejected f -> "The verifier refused a program";
            case Failure.LoadFailed f -> "The kernel refused to load the object";
            case Failure.AttachFailed f -> "A program cannot be attached";
            case Failure.NotFound f -> "Not found";
            case Failure.NotSupported f -> "Not supported by this kernel";
            case Failure.NotPermitted f -> "Not permitted";
            case Failure.Unavailable f -> "Unavailable";
            case Failure.LimitExceeded f -> "Too large";
            case Failure.TooMany f -> "Too many";
            case Failure.Conflict f -> "Not in this state";
            case Failure.RequestInvalid f -> "The request is invalid";
            case Failure.Unauthenticated f -> "Not authenticated";
            case Failure.PolicyRefused f -> "Refused by policy";
        };
    }
}
