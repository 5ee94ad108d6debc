package org.eunomia.toolchain.internal.code;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.core.OperationFailedException;
import org.eunomia.elf.ElfFile;
import org.eunomia.elf.ElfRelocation;
import org.eunomia.elf.ElfSection;
import org.eunomia.elf.ElfSymbol;

/** Reads from the byte code which helpers are called, and with which map and constants where these are loaded right before the call. */
public final class HelperCalls {
    private static final int INSTRUCTION = 8;
    private static final int LOAD_64 = 0x18;
    private static final int CALL = 0x85;

    /**
     * A call.
     *
     * @param helper    number of the helper in the kernel's {@code enum bpf_func_id}
     * @param maps      by argument, from 0, the name of the variable that it is the address of
     * @param constants by argument its value
     */
    public record HelperCall(int helper, Map<Integer, String> maps, Map<Integer, Long> constants) { }

    private final List<HelperCall> calls = new ArrayList<>();
    private final Long[] constants = new Long[11];
    private final String[] addresses = new String[11];

    private HelperCalls() { }

    public static List<HelperCall> read(ElfFile file) throws OperationFailedException {
        HelperCalls reader = new HelperCalls();
        List<ElfSymbol> symbols = file.symbols();
        for (ElfSection s : file.sections()) if (s.isExecutable()) reader.section(s.content(), targets(file, s, symbols));
        return List.copyOf(reader.calls);
    }

    /** By offset of the instruction the name of the variable whose address it loads. */
    private static Map<Integer, String> targets(ElfFile file, ElfSection section, List<ElfSymbol> symbols) {
        Map<Integer, String> targets = new HashMap<>();
        for (ElfRelocation r : file.relocations(section)) {
            if (r.symbol() > 0 && r.symbol() < symbols.size()) targets.put((int) r.offset(), symbols.get(r.symbol()).name());
        }
        return targets;
    }

    private void section(ByteBuffer code, Map<Integer, String> targets) {
        BitSet joins = joins(code);
        forget(0, 11);
        for (int at = 0; at + INSTRUCTION <= code.limit(); at += INSTRUCTION) {
            if (joins.get(at / INSTRUCTION)) forget(0, 11);
            int opcode = code.get(at) & 0xff;
            int low = code.get(at + 1) & 0xf;
            int high = code.get(at + 1) >> 4 & 0xf;
            boolean little = code.order() == ByteOrder.LITTLE_ENDIAN;
            int destination = little ? low : high;
            int source = little ? high : low;
            int immediate = code.getInt(at + 4);
            if (destination > 10 || source > 10) return;
            switch (opcode) {
                case LOAD_64 -> {
                    set(destination, source == 0 && targets.get(at) == null ? (long) immediate : null, targets.get(at));
                    at += INSTRUCTION;
                }
                case 0xb7, 0xb4 -> set(destination, (long) immediate, null);
                case 0xbf -> set(destination, constants[source], addresses[source]);
                case CALL -> {
                    if (source == 0) call(immediate);
                    forget(0, 6);
                }
                default -> {
                    int kind = opcode & 7;
                    // Loads and arithmetic change the destination, stores and jumps do not.
                    if (kind == 0 || kind == 1 || kind == 4 || kind == 7) set(destination, null, null);
                    if (opcode == 0x95 || opcode == 0x05) forget(0, 11);
                }
            }
        }
    }

    /** Where jumps lead to: what is known on one way need not be so on the other. */
    private static BitSet joins(ByteBuffer code) {
        BitSet joins = new BitSet();
        for (int at = 0; at + INSTRUCTION <= code.limit(); at += INSTRUCTION) {
            int opcode = code.get(at) & 0xff;
            int kind = opcode & 7;
            if ((kind == 5 || kind == 6) && opcode != CALL && opcode != 0x95) {
                int target = at / INSTRUCTION + 1 + code.getShort(at + 2);
                if (target >= 0) joins.set(target);
            }
            if (opcode == LOAD_64) at += INSTRUCTION;
        }
        return joins;
    }

    private void call(int helper) {
        Map<Integer, String> maps = new HashMap<>();
        Map<Integer, Long> values = new HashMap<>();
        for (int argument = 0; argument < 5; argument++) {
            if (addresses[argument + 1] != null) maps.put(argument, addresses[argument + 1]);
            if (constants[argument + 1] != null) values.put(argument, constants[argument + 1]);
        }
        calls.add(new HelperCall(helper, Map.copyOf(maps), Map.copyOf(values)));
    }

    private void set(int register, Long constant, String address) {
        constants[register] = constant;
        addresses[register] = address;
    }

    private void forget(int from, int to) {
        Arrays.fill(constants, from, to, null);
        Arrays.fill(addresses, from, to, null);
    }
}
