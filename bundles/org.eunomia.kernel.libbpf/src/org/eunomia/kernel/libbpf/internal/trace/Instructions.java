package org.eunomia.kernel.libbpf.internal.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Assembles a BPF program (Documentation/bpf/standardization/instruction-set.rst). Registers are given by number; r1 to r5 are arguments, r0 a result. */
final class Instructions {
    private static final int BYTES = 8;
    private static final int PSEUDO_MAP_FD = 1;
    private final ByteBuffer code = ByteBuffer.allocate(128 * BYTES).order(ByteOrder.nativeOrder());
    private int pendingJump = -1;

    private Instructions add(int opcode, int to, int from, int offset, int immediate) {
        boolean little = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        code.put((byte) opcode).put((byte) (little ? to | from << 4 : to << 4 | from)).putShort((short) offset).putInt(immediate);
        return this;
    }

    Instructions set(int to, int immediate) {
        return add(0xb7, to, 0, 0, immediate);
    }

    /** {@code to = from + immediate} */
    Instructions set(int to, int from, int immediate) {
        add(0xbf, to, from, 0, 0);
        return immediate == 0 ? this : add(0x07, to, 0, 0, immediate);
    }

    Instructions setMap(int to, int fd) {
        return add(0x18, to, PSEUDO_MAP_FD, 0, fd).add(0, 0, 0, 0, 0);
    }

    Instructions load64(int to, int base, int offset) {
        return add(0x79, to, base, offset, 0);
    }

    Instructions store64(int base, int offset, int from) {
        return add(0x7b, base, from, offset, 0);
    }

    Instructions store32(int base, int offset, int from) {
        return add(0x63, base, from, offset, 0);
    }

    /** @param helper number in {@code enum bpf_func_id} */
    Instructions call(int helper) {
        return add(0x85, 0, 0, 0, helper);
    }

    /** Goes on at {@link #label} when the register is 0. */
    Instructions jumpIfZero(int register) {
        pendingJump = code.position();
        return add(0x15, register, 0, 0, 0);
    }

    Instructions label() {
        code.putShort(pendingJump + 2, (short) ((code.position() - pendingJump) / BYTES - 1));
        return this;
    }

    Instructions exit() {
        return add(0x95, 0, 0, 0, 0);
    }

    byte[] bytes() {
        byte[] bytes = new byte[code.position()];
        code.get(0, bytes);
        return bytes;
    }
}
