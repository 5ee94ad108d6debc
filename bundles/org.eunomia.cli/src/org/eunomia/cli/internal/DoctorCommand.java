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
final class DoctorCommand implements FixedCommand {
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
        spec.addOption(Arguments.format());
        return spec;
    }

    @Override
    public int run(ParseResult options, Session session) throws UsageException, IOException {
        boolean json = Arguments.wantsJson(options);
        List<Finding> findings = new ArrayList<>();
        examinations.forEach(e -> findings.addAll(e.examine()));
        boolean ready = findings.stream().noneMatch(f -> f.state() == State.BLOCKED);
        session.print(json ? json(findings, ready) : text(findings, ready));
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
