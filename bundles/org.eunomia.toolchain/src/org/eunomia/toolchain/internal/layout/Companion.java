package org.eunomia.toolchain.internal.layout;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.elf.Btf;
import org.eunomia.elf.BtfType;
import org.eunomia.elf.ElfFile;
import org.eunomia.elf.TypeLayout;
import org.eunomia.toolchain.internal.clang.Flags;
import org.eunomia.toolchain.internal.clang.Run;

/**
 * Lays types out that the object itself says nothing of: an object made of the same source with a pointer to each of them behind it, so that the compiler
 * describes them in its BTF. The object that is shipped stays as it is.
 */
public final class Companion implements AutoCloseable {
    private static final String POINTER = "__eunomia_type_";
    private static final String NUMBER = "__eunomia_number_";

    /**
     * A type.
     *
     * @param id in the companion's BTF, without typedefs; equal for two spellings of one type
     */
    public record Layout(int id, Schema schema) {
        public boolean isRecord() {
            return schema.type() instanceof Type.Struct;
        }
    }

    private final Flags flags;
    private final byte[] outline;
    private final List<String> before;
    private final Map<String, String> texts;
    private final List<String> numbers;
    private final Run<byte[]> run;

    private Companion(Flags flags, List<String> before, byte[] outline, Map<String, String> texts, List<String> numbers) throws OperationFailedException {
        this.flags = flags;
        this.outline = outline;
        this.before = before;
        this.texts = texts;
        this.numbers = numbers;
        this.run = start(texts.values(), numbers);
    }

    /**
     * Begins to compile.
     *
     * @param outline of the source: what stands in front of the pointers
     * @param types   as clang spells them
     * @param text    what to write for a type in C
     * @param numbers constant expressions whose values are asked for
     */
    public static Companion start(Flags flags, List<String> before, byte[] outline, Collection<String> types, UnaryOperator<String> text, Collection<String> numbers)
            throws OperationFailedException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String type : types) texts.put(type, text.apply(type));
        return new Companion(flags, before, outline, texts, List.copyOf(numbers));
    }

    private Run<byte[]> start(Collection<String> types, Collection<String> constants) throws OperationFailedException {
        StringBuilder c = new StringBuilder();
        int i = 0;
        for (String t : types) c.append("__typeof__(").append(t).append(") *").append(POINTER).append(i++).append(";\n");
        i = 0;
        for (String n : constants) c.append("enum { ").append(NUMBER).append("value_").append(i).append(" = (").append(n).append(") } *").append(NUMBER).append(i++).append(";\n");
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(outline);
        input.writeBytes(c.toString().getBytes(StandardCharsets.UTF_8));
        // Included files are looked for where the source lies.
        return Run.start(flags.companion(before), flags.source().toAbsolutePath().getParent(), input.toByteArray(), InputStream::readAllBytes);
    }

    /** What came of it. Types that cannot be named outside of their function, or are only declared, are left out. */
    public Layouts await() throws OperationFailedException {
        Map<String, Layout> layouts = new HashMap<>();
        Map<String, Long> values = new HashMap<>();
        Run.Result<byte[]> whole = run.await();
        if (whole.succeeded()) {
            read(whole.output(), List.copyOf(texts.keySet()), numbers, layouts, values);
            return new Layouts(layouts, values);
        }
        // One of them spoils all, so each gets a run of its own. Their ids are then of different objects and must not meet.
        int apart = 0;
        for (Map.Entry<String, String> t : texts.entrySet()) {
            Map<String, Layout> single = new HashMap<>();
            try (Run<byte[]> alone = start(List.of(t.getValue()), List.of())) {
                Run.Result<byte[]> result = alone.await();
                if (result.succeeded()) read(result.output(), List.of(t.getKey()), List.of(), single, values);
            }
            apart -= 1;
            for (Layout l : single.values()) layouts.put(t.getKey(), new Layout(same(layouts, l).orElse(apart), l.schema()));
        }
        for (String n : numbers) {
            try (Run<byte[]> alone = start(List.of(), List.of(n))) {
                Run.Result<byte[]> result = alone.await();
                if (result.succeeded()) read(result.output(), List.of(), List.of(n), layouts, values);
            }
        }
        return new Layouts(layouts, values);
    }

    private static Optional<Integer> same(Map<String, Layout> layouts, Layout layout) {
        return layouts.values().stream().filter(l -> l.schema().type().equals(layout.schema().type())).map(Layout::id).findFirst();
    }

    private static void read(byte[] object, List<String> types, List<String> numbers, Map<String, Layout> layouts, Map<String, Long> values) throws OperationFailedException {
        Optional<Btf> found = Btf.of(ElfFile.parse(object));
        if (found.isEmpty()) return;
        Btf btf = found.get();
        TypeLayout layout = new TypeLayout(btf);
        for (int i = 0; i < types.size(); i++) {
            int id = target(btf, POINTER + i);
            if (id <= 0) continue;
            try {
                layouts.put(types.get(i), new Layout(btf.resolve(id), layout.schema(id)));
            } catch (OperationFailedException e) {
                // Only declared, or without a size: no record can be of it.
            }
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (btf.type(btf.resolve(Math.max(0, target(btf, NUMBER + i)))) instanceof BtfType.Enum e && !e.values().isEmpty()) values.put(numbers.get(i), e.values().get(0).value());
        }
    }

    private static int target(Btf btf, String variable) throws OperationFailedException {
        int id = btf.find(variable, BtfType.Var.class);
        return id > 0 && btf.type(id) instanceof BtfType.Var v && btf.type(btf.resolve(v.type())) instanceof BtfType.Ptr p ? p.target() : -1;
    }

    @Override
    public void close() {
        run.close();
    }
}
