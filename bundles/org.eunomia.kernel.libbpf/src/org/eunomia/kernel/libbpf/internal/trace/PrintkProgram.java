package org.eunomia.kernel.libbpf.internal.trace;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eunomia.kernel.libbpf.internal.map.KernelInfo.Code;
import org.eunomia.kernel.libbpf.internal.shim.Libc;

/**
 * A program of our own on the raw tracepoint {@code bpf_trace_printk} (Linux 5.9), which is hit by each {@code bpf_printk} on the machine. It puts the
 * text, the thread, and the kernel's stack into a ring. A perf event on that tracepoint would not do: the kernel drops it when the
 * program that prints was itself run by a perf event, which is how programs sit on tracepoints and kprobes.
 */
final class PrintkProgram implements AutoCloseable {
    static final int RING_BYTES = 2 << 20;

    // The record: u64 pid_tgid, u64 time, u32 cpu, s32 bytes of stack, char comm[16], u64 stack[16], char text[1024].
    private static final int PID_TGID = 0;
    private static final int TIME = 8;
    private static final int CPU = 16;
    private static final int STACK_SIZE = 20;
    private static final int COMM = 24;
    private static final int COMM_BYTES = 16;
    private static final int STACK = COMM + COMM_BYTES;
    private static final int STACK_BYTES = 16 * Long.BYTES;
    private static final int TEXT = STACK + STACK_BYTES;
    /** As much as one call prints (BPF_TRACE_PRINTK_SIZE, kernel/trace/bpf_trace.c). */
    private static final int TEXT_BYTES = 1024;
    private static final int RECORD = TEXT + TEXT_BYTES;

    private static final long BPF = System.getProperty("os.arch").equals("aarch64") ? 280 : 321;
    private static final int MAP_CREATE = 0;
    private static final int PROG_LOAD = 5;
    private static final int RAW_TRACEPOINT_OPEN = 17;
    private static final int MAP_TYPE_RINGBUF = 27;
    private static final int PROG_TYPE_RAW_TRACEPOINT = 17;
    private static final String NAME = "eunomia_printk";

    private final int ring;
    private int program = -1;
    private int link = -1;

    private PrintkProgram() {
        try (Memory attribute = attribute()) {
            attribute.setInt(0, MAP_TYPE_RINGBUF);
            attribute.setInt(12, RING_BYTES);
            attribute.setString(28, NAME);
            ring = bpf(MAP_CREATE, attribute);
        }
    }

    /** @throws LastErrorException with the errno: ENOENT when the kernel has no such tracepoint */
    static PrintkProgram attach() {
        PrintkProgram program = new PrintkProgram();
        try {
            program.load();
            program.open();
            return program;
        } catch (LastErrorException e) {
            program.close();
            throw e;
        }
    }

    private static Memory attribute() {
        Memory attribute = new Memory(128);
        attribute.clear();
        return attribute;
    }

    private static int bpf(int command, Memory attribute) {
        return (int) Libc.syscall(BPF, command, attribute, (int) attribute.size());
    }

    private void load() {
        byte[] code = code(ring);
        try (Memory attribute = attribute(); Memory instructions = new Memory(code.length); Memory licence = new Memory(4)) {
            instructions.write(0, code, 0, code.length);
            licence.setString(0, "GPL");
            attribute.setInt(0, PROG_TYPE_RAW_TRACEPOINT);
            attribute.setInt(4, code.length / 8);
            attribute.setPointer(8, instructions);
            attribute.setPointer(16, licence);
            attribute.setString(48, NAME);
            program = bpf(PROG_LOAD, attribute);
        }
    }

    private void open() {
        try (Memory attribute = attribute(); Memory name = new Memory(32)) {
            name.setString(0, "bpf_trace_printk");
            attribute.setPointer(0, name);
            attribute.setInt(8, program);
            link = bpf(RAW_TRACEPOINT_OPEN, attribute);
        }
    }

    private static byte[] code(int ring) {
        return new Instructions().set(6, 1, 0)
                .setMap(1, ring).set(2, RECORD).set(3, 0).call(131) // bpf_ringbuf_reserve
                .jumpIfZero(0)
                .set(7, 0, 0)
                .call(14).store64(7, PID_TGID, 0) // bpf_get_current_pid_tgid
                .call(5).store64(7, TIME, 0) // bpf_ktime_get_ns
                .call(8).store32(7, CPU, 0) // bpf_get_smp_processor_id
                .set(1, 7, COMM).set(2, COMM_BYTES).call(16) // bpf_get_current_comm
                .set(1, 6, 0).set(2, 7, STACK).set(3, STACK_BYTES).set(4, 0).call(67).store32(7, STACK_SIZE, 0) // bpf_get_stack
                .load64(3, 6, 0).set(1, 7, TEXT).set(2, TEXT_BYTES).call(115) // bpf_probe_read_kernel_str of the tracepoint's only argument
                .set(1, 7, 0).set(2, 0).call(132) // bpf_ringbuf_submit
                .label().set(0, 0).exit().bytes();
    }

    /** Of the ring that it writes to. */
    int ring() {
        return ring;
    }

    /** One record, from its first byte. */
    record Printed(ByteBuffer record) {
        int pid() {
            return (int) (record.getLong(record.position() + PID_TGID) >>> 32);
        }

        long time() {
            return record.getLong(record.position() + TIME);
        }

        int cpu() {
            return record.getInt(record.position() + CPU);
        }

        String comm() {
            return text(COMM, COMM_BYTES);
        }

        String message() {
            return text(TEXT, TEXT_BYTES).stripTrailing();
        }

        boolean comesFrom(Code code) {
            int bytes = Math.min(STACK_BYTES, record.getInt(record.position() + STACK_SIZE));
            for (int at = 0; at < bytes; at += Long.BYTES) if (code.contains(record.getLong(record.position() + STACK + at))) return true;
            return false;
        }

        private String text(int offset, int most) {
            byte[] bytes = new byte[most];
            record.get(record.position() + offset, bytes);
            int end = 0;
            while (end < most && bytes[end] != 0) end++;
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        if (link >= 0) Libc.close(link);
        if (program >= 0) Libc.close(program);
        Libc.close(ring);
    }
}
