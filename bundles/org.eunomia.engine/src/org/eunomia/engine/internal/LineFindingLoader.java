package org.eunomia.engine.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Failure;
import org.eunomia.core.Failure.VerifierRejected;
import org.eunomia.core.OperationFailedException;
import org.eunomia.elf.Btf;
import org.eunomia.elf.BtfExt;
import org.eunomia.elf.BtfExt.LineInfo;
import org.eunomia.elf.ElfFile;
import org.eunomia.elf.ElfSymbol;
import org.eunomia.kernel.LoadedObject;
import org.eunomia.kernel.ObjectLoader;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.RecordSource;
import org.eunomia.kernel.RunStatistics;

/**
 * Adds the source line to a refusal of the verifier where the kernel's log has only the line's text, as before Linux 6.10: the object says which
 * lines have that text.
 */
final class LineFindingLoader implements ObjectLoader {
    private static final Pattern INSTRUCTION = Pattern.compile("(?m)^(\\d+): \\(");
    private static final int INSTRUCTION_BYTES = 8;
    private final ObjectLoader loader;

    LineFindingLoader(ObjectLoader loader) {
        this.loader = loader;
    }

    @Override
    public LoadedObject load(ObjectSpec spec) throws OperationFailedException {
        try {
            return loader.load(spec);
        } catch (OperationFailedException e) {
            if (!(e.failure() instanceof VerifierRejected rejected) || rejected.line() > 0 || rejected.sourceText().isEmpty()) throw e;
            throw new OperationFailedException(withLine(rejected, spec.elf()), e);
        }
    }

    @Override
    public void await(List<RecordSource> sources, Duration timeout) {
        loader.await(sources, timeout);
    }

    @Override
    public RunStatistics keepStatistics() throws OperationFailedException {
        return loader.keepStatistics();
    }

    @Override
    public Path tracefs() throws OperationFailedException {
        return loader.tracefs();
    }

    /** {@code rejected} itself when the object has no such line. */
    static Failure withLine(VerifierRejected rejected, byte[] object) {
        try {
            return find(rejected, object).map(line -> new VerifierRejected(rejected.program(), rejected.errno(), rejected.reason(), nameOf(line), line.line(),
                    textOf(line), rejected.hint(), rejected.log())).orElse(rejected);
        } catch (OperationFailedException damaged) {
            return rejected;
        }
    }

    /** Without what says "here": newer kernels, which tell the line themselves, leave that out as well. */
    private static String nameOf(LineInfo line) {
        return line.file().startsWith("./") ? line.file().substring(2) : line.file();
    }

    /** Objects in packages mostly have a line's number in place of its text. */
    private static String textOf(LineInfo line) {
        return line.text().equals(Integer.toString(line.line())) ? "" : line.text();
    }

    /** Of several lines with the same text, the last one that begins before the instruction at which the log ends. */
    private static Optional<LineInfo> find(VerifierRejected rejected, byte[] object) throws OperationFailedException {
        ElfFile file = ElfFile.parse(object);
        Optional<Btf> types = Btf.of(file);
        Optional<BtfExt> info = types.isPresent() ? BtfExt.of(file, types.get()) : Optional.empty();
        if (info.isEmpty()) return Optional.empty();
        List<LineInfo> lines = info.get().lines().stream().filter(line -> line.line() > 0 && line.text().equals(rejected.sourceText())).toList();
        Optional<ElfSymbol> program = file.symbols().stream().filter(symbol -> symbol.isFunction() && symbol.name().equals(rejected.program())).findFirst();
        if (program.isEmpty() || program.get().section() >= file.sections().size()) return lines.stream().findFirst();
        String section = file.sections().get(program.get().section()).name();
        long reached = program.get().value() + (long) lastInstruction(rejected.log()) * INSTRUCTION_BYTES;
        return lines.stream().filter(line -> line.section().equals(section) && line.offset() <= reached).max(Comparator.comparingInt(LineInfo::offset))
                .or(() -> lines.stream().findFirst());
    }

    private static int lastInstruction(String log) {
        Matcher m = INSTRUCTION.matcher(log);
        int last = 0;
        while (m.find()) last = Integer.parseInt(m.group(1));
        return last;
    }
}
