package org.eunomia.engine.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.kernel.Link;

/** Runs the iterator programs of a generation once, with a thread of its own. Each line that they print is an event. */
final class IteratorRun {
    static final Schema SCHEMA = new Schema("line", new Type.Struct("struct line", false, 0,
            List.of(Field.of("text", new Type.Array("char[]", new Type.Char("char"), 0), 0))));
    private final List<Link> iterators;
    private final int generation;
    private final EventBuffer buffer;
    private final Consumer<String> notices;
    private final Runnable whenDone;
    private final Thread thread;
    private volatile long lines;

    /** @param whenDone called on the thread when all have run and printed their last */
    IteratorRun(String tracker, Generation of, EventBuffer buffer, Consumer<String> notices, Runnable whenDone) {
        this.iterators = of.iterators();
        this.generation = of.number();
        this.buffer = buffer;
        this.notices = notices;
        this.whenDone = whenDone;
        thread = Thread.ofPlatform().daemon().name("eunomia-" + tracker + "-iterators").start(this::run);
    }

    long lines() {
        return lines;
    }

    private void run() {
        for (Link iterator : iterators) {
            try {
                List<String> text = iterator.text().lines().toList();
                lines += buffer.append(out -> add(out, text));
            } catch (OperationFailedException e) {
                notices.accept(e.failure().summary());
            }
        }
        whenDone.run();
    }

    private int add(EventBuffer.Appender out, List<String> text) {
        for (String line : text) out.add(generation, Printk.MAP, SCHEMA, line.getBytes(StandardCharsets.UTF_8));
        return text.size();
    }

    /** Returns when no line follows. To be called after the links were closed, which ends a run that is under way. */
    void end() {
        Uninterrupted.join(thread);
    }
}
