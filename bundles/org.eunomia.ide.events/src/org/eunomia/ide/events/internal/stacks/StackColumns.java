package org.eunomia.ide.events.internal.stacks;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eunomia.core.StackFrame;
import org.eunomia.core.view.Column;
import org.eunomia.core.view.Symbols;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.view.ValueFormat;

/** Which columns of a layout make a stack: user frames below kernel frames, on top of the process. */
record StackColumns(Optional<Column> process, List<Column> user, List<Column> kernel) {

    /** Empty when there is no stack among the columns. */
    static Optional<StackColumns> of(List<Column> columns) {
        List<Column> kernel = columns.stream().filter(c -> c.format() == ValueFormat.KSTACK || c.format() == ValueFormat.KSTACK_ID).toList();
        List<Column> user = columns.stream().filter(c -> c.format() == ValueFormat.USTACK || c.format() == ValueFormat.USTACK_ID).toList();
        if (kernel.isEmpty() && user.isEmpty()) return Optional.empty();
        Optional<Column> process = named(columns, "comm"::equals).or(() -> named(columns, n -> n.endsWith("comm"))).or(() -> named(columns, "tgid"::equals)).or(() -> named(columns, "pid"::equals));
        return Optional.of(new StackColumns(process, user, kernel));
    }

    private static Optional<Column> named(List<Column> columns, Predicate<String> name) {
        return columns.stream().filter(c -> name.test(c.name().substring(c.name().lastIndexOf('.') + 1))).findFirst();
    }

    /** The outermost first; only the process when no stack was taken. */
    List<Frame> stack(ByteBuffer record, Symbols symbols) {
        List<Frame> stack = new ArrayList<>();
        process.map(c -> Frame.process(label(c, record))).ifPresent(stack::add);
        for (Column c : user) add(c.frames(record, symbols), false, stack);
        for (Column c : kernel) add(c.frames(record, symbols), true, stack);
        return stack;
    }

    private static String label(Column column, ByteBuffer record) {
        TextBuffer out = new TextBuffer();
        if (column.isNumeric()) out.put(column.name()).put(' ');
        column.text(record, out);
        return out.toString();
    }

    private static void add(List<StackFrame> innermostFirst, boolean kernel, List<Frame> stack) {
        for (StackFrame f : innermostFirst.reversed()) stack.add(Frame.of(f, kernel));
    }
}
