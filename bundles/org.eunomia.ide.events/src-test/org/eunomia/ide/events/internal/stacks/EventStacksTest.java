package org.eunomia.ide.events.internal.stacks;

import static org.eunomia.ide.events.internal.model.Samples.bytes;
import static org.eunomia.ide.events.internal.model.Samples.chars;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.ArrayList;
import java.util.List;
import org.eunomia.core.StackFrame;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.view.Symbols;
import org.eunomia.ide.events.internal.model.EventStore;
import org.eunomia.ide.events.internal.model.Samples;
import org.junit.jupiter.api.Test;

class EventStacksTest {
    private static final Type STACK = new Type.Array("__u64[3]", Samples.U64, 3);
    private static final Schema SAMPLE = Samples.schema("sample", "pid", Samples.S32, "comm", Samples.text(4), "kstack", STACK, "ustack", STACK);
    private final List<String> asked = new ArrayList<>();
    private final Symbols symbols = new Symbols() {
        @Override
        public long[] stack(int id) {
            return new long[0];
        }

        @Override
        public List<StackFrame> frames(int pid, long[] addresses) {
            asked.add(pid + ":" + Arrays.toString(addresses));
            return Arrays.stream(addresses).mapToObj(a -> new StackFrame(a, a == 9 ? "" : "f" + a, 0, a == 9 ? "/lib/libc.so" : "")).toList();
        }
    };

    @Test
    void putsKernelFramesOnUserFramesOnTheProcess() {
        EventStore store = Samples.store(SAMPLE, bytes(7, chars("sh", 4), 2L, 1L, 0L, 9L, 5L, 4L), bytes(7, chars("sh", 4), 3L, 1L, 0L, 5L, 4L, 0L));
        assertTrue(EventStacks.hasStacks(store));
        EventStacks stacks = new EventStacks(store, symbols);
        assertTrue(stacks.advance(1));
        assertFalse(stacks.advance(100));
        assertEquals("sh;f4;f5;[libc.so];f1_[k];f2_[k] 1\nsh;f4;f5;f1_[k];f3_[k] 1\n", FoldedText.write(stacks.tree()));
        assertEquals(List.of("7:[9, 5, 4]", "0:[2, 1]", "0:[3]"), asked, "each address is asked for once");
    }

    @Test
    void countsFromNowOnAfterAReset() {
        EventStore store = Samples.store(SAMPLE, bytes(7, chars("sh", 4), 2L, 1L, 0L, 0L, 0L, 0L));
        EventStacks stacks = EventStacks.fromNow(store, symbols);
        assertFalse(stacks.advance(100));
        assertEquals(0, stacks.counted());
        assertFalse(EventStacks.hasStacks(Samples.store(Samples.OPEN, bytes(1))));
    }
}
