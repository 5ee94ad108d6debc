package org.eunomia.ide.core.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Diagnostic.Edit;

/** Knows what helps against the usual problems. */
public final class Fixes {
    private static final Pattern NAME = Pattern.compile("'(?:struct |union |enum )?(\\w+)'");
    private static final Pattern NULLABLE = Pattern.compile("invalid mem access '\\w+_or_null'|may be NULL|Possibly NULL");
    private static final Pattern NUMBER = Pattern.compile("invalid mem access '(?:scalar|inv)'|is an integer scalar here");
    private static final Pattern BOUNDS = Pattern.compile("invalid access to (?:map value|memory|map key)|allowed memory range|unbounded|min value is|outside bounds|cannot prove offset");
    private static final Pattern PACKET = Pattern.compile("invalid access to packet");
    private static final Pattern UNINITIALISED = Pattern.compile("invalid (?:indirect )?(?:access to|read from) stack|uninitialized stack");
    private static final Pattern LICENCE = Pattern.compile("GPL|[Nn]o licen[cs]e|licen[cs]e of the program");

    private Fixes() { }

    /** In the order in which they are to be offered. Empty when nothing is known that helps. */
    public static List<Fix> of(String source, Problem problem) {
        SourceText text = new SourceText(source);
        List<Fix> fixes = new ArrayList<>();
        for (List<Edit> proposed : problem.proposed()) fixes.add(CompilerFix.of(text, proposed));
        switch (problem.kind()) {
            case COMPILER -> compiler(text, problem, fixes);
            case VERIFIER -> verifier(text, problem, fixes);
        }
        if (LICENCE.matcher(problem.message()).find()) fixes.addAll(LicenceFix.of(text));
        return fixes.stream().filter(f -> !f.edits().isEmpty()).distinct().toList();
    }

    private static void compiler(SourceText text, Problem problem, List<Fix> fixes) {
        Matcher name = NAME.matcher(problem.message());
        while (name.find()) Headers.of(name.group(1)).ifPresent(header -> fixes.addAll(IncludeFix.of(text, header)));
        // What a missing macro leaves behind is an error about types; the macro stands in the line.
        if (fixes.isEmpty()) Headers.macroIn(text.line(problem.line())).ifPresent(header -> fixes.addAll(IncludeFix.of(text, header)));
    }

    private static void verifier(SourceText text, Problem problem, List<Fix> fixes) {
        String reason = problem.message();
        VerifierFix fix = new VerifierFix(text, problem.line());
        if (NULLABLE.matcher(reason).find()) fixes.addAll(fix.checkNull());
        if (NUMBER.matcher(reason).find()) fixes.addAll(fix.readMemory());
        if (BOUNDS.matcher(reason).find()) fixes.addAll(fix.checkBounds());
        if (PACKET.matcher(reason).find()) fixes.addAll(fix.checkPacket());
        if (UNINITIALISED.matcher(reason).find()) fixes.addAll(fix.initialise());
    }
}
