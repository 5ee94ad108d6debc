package org.eunomia.cli.internal;

import java.io.PrintStream;
import org.eunomia.core.Diagnostic;
import org.eunomia.core.Failure;
import org.eunomia.core.view.Escapes;

/** The one place where failures become text and an exit code. */
final class FailureText {
    private final PrintStream err;
    private final boolean withLog;

    /** @param withLog whether the logs of kernel and libbpf are printed, too; those of the compiler always are */
    FailureText(PrintStream err, boolean withLog) {
        this.err = err;
        this.withLog = withLog;
    }

    /** @return the exit code */
    int print(Failure failure) {
        return switch (failure) {
            case Failure.CompileFailed f -> compile(f);
            case Failure.VerifierRejected f -> verifier(f);
            case Failure.LoadFailed f -> {
                log(f.log());
                yield print(f, logHint(f), ExitCode.FAILED);
            }
            case Failure.ParamInvalid f -> print(f, f.hint(), ExitCode.USAGE);
            case Failure.PackageInvalid f -> print(f, or(f.hint(), "eunomia build makes a package of a .bpf.c"), ExitCode.FAILED);
            case Failure.ObjectInvalid f -> print(f, f.hint(), ExitCode.FAILED);
            case Failure.AttachFailed f -> print(f, f.hint(), ExitCode.FAILED);
            case Failure.NotFound f -> print(f, or(f.hint(), f.what().equals("file") ? "relative paths start from the present folder" : ""), ExitCode.FAILED);
            case Failure.NotSupported f -> print(f, f.hint(), ExitCode.FAILED);
            case Failure.NotPermitted f -> print(f, f.hint(), ExitCode.FAILED);
            case Failure.Unavailable f -> print(f, f.hint(), ExitCode.FAILED);
            case Failure.LimitExceeded f -> print(f, f.hint(), ExitCode.FAILED);
            case Failure.TooMany f -> print(f, f.hint(), ExitCode.FAILED);
            case Failure.Conflict f -> print(f, f.hint(), ExitCode.FAILED);
            case Failure.RequestInvalid f -> print(f, f.hint(), ExitCode.FAILED);
            case Failure.Unauthenticated f -> print(f, f.hint(), ExitCode.FAILED);
            case Failure.PolicyRefused f -> print(f, f.hint(), ExitCode.REFUSED);
        };
    }

    int print(UsageException usage) {
        line("error: " + usage.getMessage());
        if (!usage.hint().isEmpty()) line("hint: " + usage.hint());
        return ExitCode.USAGE;
    }

    private int print(Failure failure, String hint, int code) {
        line("error: " + failure.summary());
        if (!hint.isEmpty()) line("hint: " + hint);
        return code;
    }

    private static String or(String hint, String otherwise) {
        return hint.isEmpty() ? otherwise : hint;
    }

    private int compile(Failure.CompileFailed f) {
        err.print(f.output());
        if (!f.output().isEmpty() && !f.output().endsWith("\n")) err.println();
        boolean header = f.diagnostics().stream().anyMatch(d -> d.severity() == Diagnostic.Severity.ERROR && d.message().contains("file not found"));
        return print(f, header ? "name the folder of a missing header with -I DIR" : "the compiler's output above shows the place", ExitCode.REFUSED);
    }

    private int verifier(Failure.VerifierRejected f) {
        log(f.log());
        line("error: " + f.summary());
        if (f.line() > 0 && !f.sourceText().isBlank()) line(String.format("%6d | %s", f.line(), f.sourceText().strip()));
        String hint = logHint(f);
        if (!hint.isEmpty()) line("hint: " + hint);
        return ExitCode.REFUSED;
    }

    private void log(String log) {
        if (!withLog || log.isEmpty()) return;
        err.print(Escapes.lines(log));
        if (!log.endsWith("\n")) err.println();
    }

    private String logHint(Failure f) {
        if (withLog || f.log().isEmpty()) return f.hint();
        return f.hint().isEmpty() ? "--log shows the kernel's whole log" : f.hint() + "; --log shows the kernel's whole log";
    }

    private void line(String text) {
        err.println(Escapes.text(text));
    }
}
