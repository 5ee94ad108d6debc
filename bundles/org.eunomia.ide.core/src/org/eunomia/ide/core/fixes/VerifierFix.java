package org.eunomia.ide.core.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What helps against refusals: mostly a check before the line. It is a beginning that the author has to look at, not a proof. */
final class VerifierFix {
    /** {@code p->a}, {@code *p}, {@code p[i]}: the pointer is group 1, 2 or 3. */
    private static final Pattern USE = Pattern.compile("\\b([A-Za-z_]\\w*)->|(?<![\\w)\\]]\\s?)\\*\\s*([A-Za-z_]\\w*)\\b|\\b([A-Za-z_]\\w*)\\[");
    private static final Pattern CHAIN = Pattern.compile("\\b([A-Za-z_]\\w*)((?:->[A-Za-z_]\\w*)+)(?!\\s*(?:->|\\[|\\.|=[^=]|\\())");
    private static final Pattern READ = Pattern.compile("\\b[A-Za-z_]\\w*(?:->[A-Za-z_]\\w*)*\\[[^\\]]*\\]|(?<![\\w)\\]]\\s?)\\*\\s*[A-Za-z_]\\w*\\b");
    private static final Pattern INDEX = Pattern.compile("((?:[A-Za-z_]\\w*(?:->|\\.))*[A-Za-z_]\\w*)\\[([^\\]]*[A-Za-z_][^\\]]*)\\]");
    private static final Pattern DECLARATION = Pattern.compile("^\\s*(?:const |volatile |unsigned |struct |static )*\\w+ +\\**\\w+(?:\\[[^\\]]*\\])* *=.*");
    private static final int MOST_LINES_UP = 200;

    private final SourceText text;
    private final int line;
    private final String content;
    private final Enclosing enclosing;

    VerifierFix(SourceText text, int line) {
        this.text = text;
        this.line = line;
        content = text.line(line);
        enclosing = Enclosing.of(text, line);
    }

    List<Fix> checkNull() {
        List<Fix> fixes = new ArrayList<>();
        for (String pointer : pointers()) fixes.add(insert("Check '" + pointer + "' for NULL", "if (!" + pointer + ")\n\t" + enclosing.leave()));
        return fixes;
    }

    private List<String> pointers() {
        return USE.matcher(content).results().map(VerifierFix::pointer).distinct().toList();
    }

    private static String pointer(MatchResult use) {
        return use.group(1) != null ? use.group(1) : use.group(2) != null ? use.group(2) : use.group(3);
    }

    /** Kernel memory and that of a process look alike to the verifier, so both are offered. */
    List<Fix> readMemory() {
        List<Fix> fixes = new ArrayList<>();
        Matcher chain = CHAIN.matcher(content);
        if (chain.find()) {
            String fields = chain.group(2).substring(2).replace("->", ", ");
            fixes.add(new Fix("Read '" + chain.group() + "' with BPF_CORE_READ()", List.of(edit(chain.start(), chain.end(), "BPF_CORE_READ(" + chain.group(1) + ", " + fields + ")"))));
        }
        Matcher read = READ.matcher(content);
        if (!read.find() && !(read = CHAIN.matcher(content)).find()) return fixes;
        for (String from : List.of("user", "kernel")) {
            String where = from.equals("user") ? "memory of the process" : "kernel memory";
            fixes.add(new Fix("Read '" + read.group() + "' from " + where + " with bpf_probe_read_" + from + "()", copy(read.toMatchResult(), "bpf_probe_read_" + from)));
        }
        return fixes;
    }

    private List<SourceEdit> copy(MatchResult read, String helper) {
        String name = free("value");
        String type = read.group().replaceFirst("^\\*\\s*", "*");
        String before = text.indent(line) + "__typeof__(" + type + ") " + name + " = 0;\n" + text.indent(line) + helper + "(&" + name + ", sizeof(" + name + "), &" + type + ");\n";
        return List.of(new SourceEdit(text.start(line), 0, before), edit(read.start(), read.end(), name));
    }

    private String free(String name) {
        String free = name;
        for (int i = 2; Pattern.compile("\\b" + free + "\\b").matcher(text.text()).find(); i++) free = name + i;
        return free;
    }

    List<Fix> checkBounds() {
        Matcher index = INDEX.matcher(content);
        List<Fix> fixes = new ArrayList<>();
        while (index.find()) {
            if (DECLARATION.matcher(content).matches() && content.indexOf('=') > index.start()) continue;
            String array = index.group(1);
            String limit = isPointer(array) ? "1 /* number of elements behind " + array + " */" : "sizeof(" + array + ") / sizeof(" + array + "[0])";
            String at = index.group(2).strip();
            String value = at.matches("\\w+") ? at : "(" + at + ")";
            fixes.add(insert("Check that '" + at + "' is within '" + array + "'", "if (" + value + " >= " + limit + ")\n\t" + enclosing.leave()));
        }
        return fixes;
    }

    private boolean isPointer(String name) {
        Pattern pointer = Pattern.compile("\\*\\s*" + Pattern.quote(name) + "\\s*[=;,)]");
        for (int l = line; l > 0 && l > line - MOST_LINES_UP; l--) if (pointer.matcher(text.line(l)).find()) return true;
        return false;
    }

    List<Fix> checkPacket() {
        Optional<String> header = USE.matcher(content).results().map(VerifierFix::pointer).findFirst();
        if (header.isEmpty()) return List.of();
        String end = enclosing.find("(\\w+)\\s*=\\s*\\(void \\*\\)\\(long\\)\\s*\\w+->data_end").orElse("(void *)(long)ctx->data_end");
        return List.of(insert("Check that '" + header.get() + "' ends within the packet", "if ((void *)(" + header.get() + " + 1) > " + end + ")\n\t" + enclosing.leave()));
    }

    List<Fix> initialise() {
        List<Fix> fixes = new ArrayList<>();
        Pattern.compile("[A-Za-z_]\\w*").matcher(content).results().map(MatchResult::group).distinct().forEach(name -> {
            Pattern declaration = Pattern.compile("^\\s+[\\w ]+?[ *]" + name + "((?:\\[[^\\]]*\\])*)\\s*(;).*");
            for (int l = enclosing.firstLine(); l <= line; l++) {
                Matcher m = declaration.matcher(text.line(l));
                if (!m.matches() || text.line(l).strip().startsWith("return")) continue;
                boolean scalar = m.group(1).isEmpty() && !text.line(l).contains("struct ") && !text.line(l).contains("union ");
                fixes.add(new Fix("Initialise '" + name + "'", List.of(new SourceEdit(text.start(l) + m.start(2), 0, scalar ? " = 0" : " = {}"))));
            }
        });
        return fixes;
    }

    private SourceEdit edit(int from, int to, String replacement) {
        return new SourceEdit(text.start(line) + from, to - from, replacement);
    }

    private Fix insert(String label, String statement) {
        String indent = text.indent(line);
        return new Fix(label, List.of(new SourceEdit(text.start(line), 0, statement.lines().map(l -> indent + l + "\n").reduce("", String::concat))));
    }
}
