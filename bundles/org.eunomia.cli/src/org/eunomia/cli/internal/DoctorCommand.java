package org.eunomia.cli.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.eunomia.core.HostExamination;
import org.eunomia.core.HostExamination.Finding;
import org.eunomia.core.HostExamination.State;
import org.eunomia.core.view.Escapes;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.toolchain.ToolchainConfig;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Tells what stands in the way of tracing on this host, and what to do about it. */
final class DoctorCommand implements Command {
    private final Iterable<? extends HostExamination> examinations;

    DoctorCommand() {
        this(installed());
    }

    DoctorCommand(Iterable<? extends HostExamination> examinations) {
        this.examinations = examinations;
    }

    private static List<HostExamination> installed() {
        List<HostExamination> all = new ArrayList<>();
        ServiceLoader.load(HostExamination.class).forEach(all::add);
        if (all.isEmpty()) all.add(() -> List.of(new Finding("installation", State.BLOCKED, "it has no runtime, so it only builds packages", "install Eunomia whole")));
        all.add(new ToolExamination(ToolchainConfig.fromEnvironment()));
        return all;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Arguments.command("doctor", "Checks what this host lets trackers do, and says how to get more.",
                "Ends with exit code 1 when nothing can be loaded.");
        spec.addOption(Arguments.option("FORMAT", "text (default) or json", "-o", "--output"));
        return spec;
    }

    @Override
    public int run(List<String> arguments, Session session) throws UsageException, IOException {
        CommandSpec spec = spec();
        ParseResult options = Arguments.parse(spec, arguments);
        if (Arguments.has(options, "--help")) {
            session.print(Arguments.usage(spec));
            return ExitCode.DONE;
        }
        String format = Arguments.value(options, "--output", "text");
        if (!format.equals("text") && !format.equals("json")) throw new UsageException("unknown output format '" + format + "'", "text or json");
        List<Finding> findings = new ArrayList<>();
        examinations.forEach(e -> findings.addAll(e.examine()));
        boolean ready = findings.stream().noneMatch(f -> f.state() == State.BLOCKED);
        session.print(format.equals("json") ? json(findings, ready) : text(findings, ready));
        return ready ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static String text(List<Finding> findings, boolean ready) {
        int width = findings.stream().mapToInt(f -> f.subject().length()).max().orElse(0);
        StringBuilder out = new StringBuilder();
        for (Finding f : findings) {
            out.append(String.format("%-8s %-" + width + "s  %s\n", state(f), f.subject(), Escapes.text(f.found())));
            if (!f.advice().isEmpty()) out.append(" ".repeat(11 + width)).append("-> ").append(Escapes.text(f.advice())).append('\n');
        }
        return out.append(ready ? "Trackers can run here.\n" : "No tracker can run here.\n").toString();
    }

    private static String json(List<Finding> findings, boolean ready) {
        TextBuffer out = new TextBuffer().put("{\"ready\":").put(Boolean.toString(ready)).put(",\"findings\":[");
        String separator = "{";
        for (Finding f : findings) {
            out.put(separator).put("\"subject\":");
            Escapes.json(f.subject(), out);
            out.put(",\"state\":\"").put(state(f)).put("\",\"found\":");
            Escapes.json(f.found(), out);
            out.put(",\"advice\":");
            Escapes.json(f.advice(), out);
            out.put('}');
            separator = ",{";
        }
        return out.put("]}\n").toString();
    }

    private static String state(Finding f) {
        return f.state().name().toLowerCase(Locale.ROOT);
    }
}
