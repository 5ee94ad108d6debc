package org.eunomia.kernel.libbpf.internal.trace;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.kernel.RecordSource;
import org.eunomia.kernel.TraceSource;
import org.eunomia.kernel.libbpf.internal.map.KernelInfo.Code;
import org.eunomia.kernel.libbpf.internal.ring.RingBufferSource;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/**
 * What {@code bpf_printk} prints, by a program of our own on its tracepoint rather than from {@code trace_pipe}: nothing is taken away from who reads
 * that, no tracefs is needed, it vanishes with this process, and each line comes with the kernel's stack, in which the program that printed stands.
 * Lines of other programs are left out by that; where the kernel shows no addresses of its programs (no JIT, or no right to see them), the lines of
 * all programs are read.
 */
public final class PrintkSource implements TraceSource {
    private static final int MOST_LINES = 4096;
    private final RecordSource ring;
    private final List<Code> programs;
    private final Consumer<AutoCloseable> onClose;

    private PrintkSource(RecordSource ring, List<Code> programs, Consumer<AutoCloseable> onClose) {
        this.ring = ring;
        this.programs = programs;
        this.onClose = onClose;
    }

    /** @param programs code of the programs whose lines are wanted; empty for the lines of all */
    public static PrintkSource open(List<Code> programs, Consumer<AutoCloseable> onClose) throws OperationFailedException {
        try {
            PrintkProgram program = PrintkProgram.attach();
            try {
                RecordSource ring = new RingBufferSource(program.ring(), PrintkProgram.RING_BYTES, program::close);
                return new PrintkSource(ring, List.copyOf(programs), onClose);
            } catch (LastErrorException e) {
                program.close();
                throw e;
            }
        } catch (LastErrorException e) {
            throw new OperationFailedException(e.getErrorCode() == Libc.ENOENT ? new Failure.NotSupported("reading what bpf_printk prints", "5.9", "")
                    : new Failure.Unavailable("cannot read what bpf_printk prints", Libc.message(e.getErrorCode()), ""), e);
        }
    }

    @Override
    public List<Line> read(Duration timeout) {
        List<Line> lines = new ArrayList<>();
        ring.await(timeout);
        ring.drain(record -> add(lines, record), MOST_LINES);
        return lines;
    }

    private void add(List<Line> lines, ByteBuffer record) {
        PrintkProgram.Printed printed = new PrintkProgram.Printed(record);
        if (programs.isEmpty() || programs.stream().anyMatch(printed::comesFrom)) {
            lines.add(new Line(printed.comm(), printed.pid(), printed.cpu(), printed.time(), printed.message()));
        }
    }

    @Override
    public void close() {
        ring.close();
        onClose.accept(this);
    }
}
