package org.eunomia.core;

import java.util.List;

/**
 * Why an operation did not happen, as facts. A front end maps a failure to its own form (exit code, HTTP status, marker) in exactly one
 * place, by a {@code switch} over the records.
 */
public sealed interface Failure {

    /** One line, complete in itself: what was tried on what, and what went wrong. */
    String summary();

    /** What the user can do about it in one line, empty when there is nothing to say. */
    default String hint() {
        return "";
    }

    /** A log of a tool or of the kernel that belongs to the failure, with line ends; empty when there is none. */
    default String log() {
        return "";
    }

    /** The compiler refused {@code file}; {@code output} is what it printed. */
    record CompileFailed(String file, List<Diagnostic> diagnostics, String output) implements Failure {
        public CompileFailed {
            diagnostics = List.copyOf(diagnostics);
        }

        @Override
        public String summary() {
            long errors = diagnostics.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).count();
            String first = diagnostics.stream().filter(d -> d.severity() == Diagnostic.Severity.ERROR).findFirst()
                    .map(d -> ": " + d.message()).orElse("");
            return "cannot compile " + file + (errors > 1 ? ", " + errors + " errors, the first" : "") + first;
        }

        @Override
        public String log() {
            return output;
        }
    }

    /** The package document {@code source} is wrong at {@code pointer} (RFC 6901, empty for the whole document). */
    record PackageInvalid(String source, String pointer, String problem, String hint) implements Failure {
        @Override
        public String summary() {
            return "invalid package " + source + (pointer.isEmpty() ? "" : " at " + pointer) + ": " + problem;
        }
    }

    /** The ELF object or its BTF is malformed or not for this machine; {@code place} names section and offset. */
    record ObjectInvalid(String place, String problem, String hint) implements Failure {
        @Override
        public String summary() {
            return "invalid BPF object" + (place.isEmpty() ? "" : ", " + place) + ": " + problem;
        }
    }

    /** {@code value} is not possible for the param {@code param}. */
    record ParamInvalid(String param, String value, String problem, String hint) implements Failure {
        @Override
        public String summary() {
            return "invalid value '" + value + "' for param " + param + ": " + problem;
        }
    }

    /**
     * The verifier refused {@code program}. {@code reason} is one line in the verifier's words; {@code file} and {@code line} (1-based,
     * 0 when the object has no line info) are the C source of the instruction at fault, {@code sourceText} that line's text.
     */
    record VerifierRejected(String program, int errno, String reason, String file, int line, String sourceText, String hint, String log)
            implements Failure {
        @Override
        public String summary() {
            String where = line == 0 ? "" : " at " + file + ":" + line;
            return "the verifier refused program " + program + where + ": " + reason;
        }
    }

    /** The kernel or libbpf refused something other than a program's instructions, for example a map or a relocation. */
    record LoadFailed(String what, int errno, String reason, String hint, String log) implements Failure {
        @Override
        public String summary() {
            return "cannot load " + what + ": " + reason;
        }
    }

    /** {@code program} is loaded but its hook, named by {@code section}, cannot be attached to. */
    record AttachFailed(String program, String section, String reason, String hint) implements Failure {
        @Override
        public String summary() {
            return "cannot attach program " + program + " to " + section + ": " + reason;
        }
    }

    /** {@code what} (a kind: tracker, file, tracepoint …) has no {@code id}; {@code suggestions} are near ones, nearest first. */
    record NotFound(String what, String id, List<String> suggestions) implements Failure {
        public NotFound {
            suggestions = List.copyOf(suggestions);
        }

        @Override
        public String summary() {
            return "no " + what + " '" + id + "'";
        }

        @Override
        public String hint() {
            return suggestions.isEmpty() ? "" : "did you mean " + String.join(", ", suggestions) + "?";
        }
    }

    /** The kernel lacks {@code feature}; {@code minimumKernel} is the version that brought it, empty when it is a matter of configuration. */
    record NotSupported(String feature, String minimumKernel, String hint) implements Failure {
        @Override
        public String summary() {
            return feature + " is not supported by this kernel" + (minimumKernel.isEmpty() ? "" : ", it came with " + minimumKernel);
        }
    }

    /** {@code action} needs {@code capability}, which the process or the caller lacks. */
    record NotPermitted(String action, String capability, String hint) implements Failure {
        @Override
        public String summary() {
            return "not permitted to " + action + (capability.isEmpty() ? "" : ": " + capability + " is needed");
        }
    }

    /** Something outside is not there or does not answer: clang, BTF, tracefs, a daemon, a URL. */
    record Unavailable(String what, String reason, String hint) implements Failure {
        @Override
        public String summary() {
            return what + ": " + reason;
        }
    }

    /** {@code what} is larger than allowed; {@code limit} in words with its unit. */
    record LimitExceeded(String what, String limit, String hint) implements Failure {
        @Override
        public String summary() {
            return what + " exceeds the limit of " + limit;
        }
    }

    /** There are as many {@code what} already as are allowed, or they come too fast; {@code limit} in words with its unit. */
    record TooMany(String what, String limit, String hint) implements Failure {
        @Override
        public String summary() {
            return "too many " + what + ": the limit is " + limit;
        }
    }

    /** {@code what} is in a state that does not allow it. */
    record Conflict(String what, String reason, String hint) implements Failure {
        @Override
        public String summary() {
            return what + ": " + reason;
        }
    }

    /** A request to a daemon is wrong at {@code place}: a JSON pointer into its body, or a header, query or path part by name. */
    record RequestInvalid(String place, String problem, String hint) implements Failure {
        @Override
        public String summary() {
            return "invalid request" + (place.isEmpty() ? "" : " at " + place) + ": " + problem;
        }
    }

    /** A policy of this host does not let {@code what} run. */
    record PolicyRefused(String what, String reason, String hint) implements Failure {
        @Override
        public String summary() {
            return what + " is refused: " + reason;
        }
    }

    /** The caller has not shown who it is, or not convincingly. */
    record Unauthenticated(String reason, String hint) implements Failure {
        @Override
        public String summary() {
            return "not authenticated: " + reason;
        }
    }
}
