package org.eunomia.elf;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.eunomia.core.OperationFailedException;
import org.junit.jupiter.api.Test;

/** Damages real objects by the thousand: each is read as far as it can be or refused, never with another exception and never without end. */
class MalformedObjectsTest {
    private static final int ROUNDS = 20_000;
    private static final long SEED = 20220818;
    private static final List<byte[]> OBJECTS = List.of(Clang.compile("bpfel", Samples.TRACKER), Clang.compile("bpfeb", Samples.TRACKER));

    @Test
    void areReadOrRefused() {
        int[] outcome = new int[2];
        assertTimeoutPreemptively(Duration.ofMinutes(3), () -> {
            for (int round = 0; round < ROUNDS; round++) {
                Random random = new Random(SEED + round);
                byte[] object = damage(OBJECTS.get(round % OBJECTS.size()), random);
                try {
                    readAll(object);
                    outcome[0]++;
                } catch (OperationFailedException refused) {
                    outcome[1]++;
                } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                    throw new AssertionError("round " + round + " of seed " + SEED, e);
                }
            }
        });
        assertTrue(outcome[0] > ROUNDS / 100 && outcome[1] > ROUNDS / 100, "the damage is too weak or too strong: " + Arrays.toString(outcome));
    }

    private static byte[] damage(byte[] object, Random random) {
        byte[] bytes = object.clone();
        switch (random.nextInt(5)) {
            case 0 -> flip(bytes, random, 1 + random.nextInt(8), 0, bytes.length);
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            // The section table stands at the end, the ELF header at the start: damage there hits lengths and offsets.
            case 2 -> word(bytes, random, Math.max(0, bytes.length - 2048), bytes.length);
            case 3 -> word(bytes, random, 0, 64);
            default -> {
                ElfSection types = section(object, random.nextBoolean() ? ".BTF" : ".BTF.ext");
                for (int i = 0; i < 3; i++) word(bytes, random, (int) types.offset(), (int) (types.offset() + types.size()));
            }
        }
        return bytes;
    }

    private static ElfSection section(byte[] object, String name) {
        try {
            return ElfFile.parse(object).section(name).orElseThrow();
        } catch (OperationFailedException e) {
            throw new AssertionError(e);
        }
    }

    private static void flip(byte[] bytes, Random random, int times, int from, int to) {
        for (int i = 0; i < times; i++) bytes[from + random.nextInt(to - from)] ^= (byte) (1 << random.nextInt(8));
    }

    private static void word(byte[] bytes, Random random, int from, int to) {
        int[] awkward = {0, 1, 0x7fffffff, 0x80000000, 0xffffffff, bytes.length, random.nextInt(), random.nextInt(64), 0x0f000000 | random.nextInt(0xffff)};
        int at = from + random.nextInt(Math.max(1, to - from - 4)) / 4 * 4;
        int value = awkward[random.nextInt(awkward.length)];
        for (int i = 0; i < 4 && at + i < bytes.length; i++) bytes[at + i] = (byte) (value >>> 8 * i);
    }

    private static void readAll(byte[] object) throws OperationFailedException, IOException {
        ElfFile file = ElfFile.parse(object);
        file.symbols();
        file.segments();
        for (ElfSection s : file.sections()) file.relocations(s);
        if (Btf.of(file).isPresent()) {
            Btf btf = Btf.of(file).get();
            BtfExt.of(file, btf);
            btf.find("event", BtfType.Struct.class);
            for (int id = 1; id < btf.typeCount(); id++) layOut(btf, id);
            BtfHeader.write(btf, new StringBuilder());
        }
        ObjectStripper.strip(object);
        ObjectStripper.reduce(object, true);
        ObjectContents.read(object);
    }

    private static void layOut(Btf btf, int id) throws OperationFailedException {
        if (btf.type(id) instanceof BtfType.Struct) new TypeLayout(btf).schema(id);
    }
}
