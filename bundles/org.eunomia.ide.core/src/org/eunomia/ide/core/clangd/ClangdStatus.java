package org.eunomia.ide.core.clangd;

import org.eunomia.core.Failure;

/** How the language server is. */
public sealed interface ClangdStatus {
    /** Not needed yet, or no more. */
    record Stopped() implements ClangdStatus { }

    record Starting() implements ClangdStatus { }

    /** @param version of the major release */
    record Running(int version) implements ClangdStatus { }

    /** There is none that can be used. It is looked for again when the settings change. */
    record Missing(Failure.Unavailable failure) implements ClangdStatus { }

    /** It died, and is started again after that time. */
    record Restarting(String reason, long delayMillis) implements ClangdStatus { }

    /** One line for people. */
    default String text() {
        return switch (this) {
            case Stopped s -> "clangd is not running";
            case Starting s -> "clangd is starting";
            case Running r -> "clangd " + r.version();
            case Missing m -> m.failure().summary();
            case Restarting r -> "clangd died (" + r.reason() + "), it is started again in " + Math.max(1, r.delayMillis() / 1000) + " s";
        };
    }
}
