package org.eunomia.tests.kernel.loader;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eunomia.kernel.ObjectSpec;
import org.eunomia.kernel.ObjectSpec.GlobalValue;
import org.eunomia.kernel.RecordSource;
import org.eunomia.tests.kernel.kit.Await;
import org.eunomia.tests.kernel.kit.Ticker;

/** What the loader's tests share. */
final class Records {
    private Records() { }

    /** An object whose uprobe programs, named here, sit on the ticker's function. */
    static ObjectSpec onTicker(byte[] elf, Ticker ticker, String... programs) {
        Map<String, Map<String, Object>> options = new HashMap<>();
        for (String program : programs) options.put(program, Map.of("path", ticker.program().toString(), "symbol", "tick", "pid", ticker.pid()));
        return new ObjectSpec("eunomia_test", elf, List.of(), Map.of(), options, null);
    }

    static ObjectSpec withGlobal(byte[] elf, String section, int value) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(value).array();
        return new ObjectSpec("eunomia_test", elf, List.of(new GlobalValue(section, 0, bytes)), Map.of(), Map.of(), null);
    }

    static int me() {
        return (int) ProcessHandle.current().pid();
    }

    /** Reads until there are {@code count} numbers of 64 bits at the start of the records. */
    static List<Long> numbers(RecordSource source, int count) throws Exception {
        List<Long> numbers = new ArrayList<>();
        Await.until(count + " records came", () -> {
            source.await(Duration.ofMillis(100));
            source.drain(record -> numbers.add(record.getLong(record.position())), Integer.MAX_VALUE);
            return numbers.size() >= count;
        });
        return numbers;
    }
}
