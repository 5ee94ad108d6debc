package org.eunomia.pack;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.MapSpec;
import org.eunomia.core.spec.Output;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.core.spec.ProgramSpec;

/** Makes packages of every shape. Few names are used, so that they collide, and some of them are awkward. */
final class RandomPackages {
    private static final List<String> NAMES = List.of("event", "point", "key", "int", "char", "u32", "pid_t", "event[4]", "event#2", "struct event", "x *", "[2]", "a/b~c", "größe",
            "enum ");
    private static final List<String> TEXTS = List.of("", "a", "two words", "\"quoted\"\\", "line\nend\t\u0001\u007f", "größe 😀", "\ud800", "0", "true", "1.5", "-0", "007", "1e5", "null");

    private final Random random;

    RandomPackages(long seed) {
        random = new Random(seed);
    }

    Package next() {
        byte[] object = new byte[4 + random.nextInt(300)];
        random.nextBytes(object);
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F'}, 0, object, 0, 4);
        int programs = random.nextInt(4);
        int maps = random.nextInt(4);
        int params = random.nextInt(4);
        List<ProgramSpec> programSpecs = new ArrayList<>();
        for (int i = 0; i < programs; i++) programSpecs.add(new ProgramSpec("p" + i, text(), random.nextBoolean(), tree(random.nextInt(3))));
        List<MapSpec> mapSpecs = new ArrayList<>();
        for (int i = 0; i < maps; i++) mapSpecs.add(map("m" + i));
        List<ParamSpec> paramSpecs = new ArrayList<>();
        for (int i = 0; i < params; i++) {
            paramSpecs.add(new ParamSpec("v_" + i, type(2), pick(List.of(".rodata", ".bss", ".data.x")), random.nextInt(100), text(), text(), pick(List.of("v-" + i, "", "pid")),
                    pick(List.of("", "p", "😀"))));
        }
        Package.Requirements requires = random.nextBoolean() ? Package.Requirements.NONE : new Package.Requirements(text(), random.nextBoolean() ? List.of() : List.of("ringbuf", text()));
        List<Package.Signature> signatures = random.nextInt(3) > 0 ? List.of() : List.of(new Package.Signature("ed25519", text(), text()));
        Map<String, Object> extra = new HashMap<>();
        tree(random.nextInt(3)).forEach((k, v) -> extra.put("x-" + k, v));
        return new Package(Package.Format.EUNOMIA_1, text(), text(), text(), text(), object, programSpecs, mapSpecs, paramSpecs, requires, signatures, extra);
    }

    private MapSpec map(String name) {
        List<Integer> offsets = random.nextInt(3) > 0 ? List.of() : List.of(0, 8 * random.nextInt(9));
        return new MapSpec(name, pick(List.of("hash", "ringbuf", "35")), random.nextBoolean() ? 0 : random.nextInt(), random.nextBoolean() ? null : type(3),
                random.nextBoolean() ? null : type(3), output(), offsets);
    }

    private Output output() {
        int millis = 1 + random.nextInt(100_000);
        return switch (random.nextInt(6)) {
            case 0 -> new Output.None();
            case 1 -> new Output.Table(millis, random.nextBoolean());
            case 2 -> new Output.Histogram(pick(List.of(Output.Scale.values())), text(), millis, random.nextBoolean());
            case 3 -> new Output.Stacks();
            case 4 -> new Output.Counter(millis);
            default -> {
                List<Output.Variant> variants = new ArrayList<>();
                int count = random.nextInt(4);
                for (int i = 0; i < count; i++) variants.add(variant());
                yield new Output.Events(variants);
            }
        };
    }

    private Output.Variant variant() {
        Type type = type(3);
        String name = random.nextBoolean() ? text() : type.cName().replaceFirst("^struct ", "");
        return new Output.Variant(new Schema(name, type), text(), random.nextBoolean() ? 0 : random.nextLong());
    }

    Type type(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> pick(List.of(new Type.Int("int", 4, true), new Type.Int("u32", 4, false), new Type.Int(name(), 1 << random.nextInt(5), random.nextBoolean())));
            case 1 -> new Type.Char(pick(List.of("char", name())));
            case 2 -> random.nextBoolean() ? new Type.Bool("bool", 1) : new Type.Bool(name(), 1 + random.nextInt(4));
            case 3 -> pick(List.of(new Type.Float("float", 4), new Type.Float("double", 8), new Type.Float("long double", 16), new Type.Float(name(), 8)));
            case 4 -> enumeration();
            case 5 -> pick(List.of(new Type.Pointer("struct event *", 8), new Type.Pointer("void (*)()", 8), new Type.Pointer(name(), 8), new Type.Pointer("void *", 4)));
            case 6, 7 -> array(depth);
            default -> struct(depth);
        };
    }

    private Type array(int depth) {
        Type element = type(depth - 1);
        int count = random.nextInt(5);
        String inner = element.cName();
        int bracket = inner.contains("[") && element instanceof Type.Array ? inner.indexOf('[') : inner.length();
        String name = inner.substring(0, bracket) + "[" + (count == 0 ? "" : count) + "]" + inner.substring(bracket);
        return new Type.Array(random.nextInt(4) == 0 ? name() : name, element, count);
    }

    private Type enumeration() {
        int size = 1 << random.nextInt(4);
        List<Type.Enumerator> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) values.add(new Type.Enumerator(pick(NAMES), size == 8 ? random.nextLong() : random.nextInt()));
        return new Type.Enum(random.nextBoolean() ? "enum " + name() : name(), size, random.nextBoolean(), values);
    }

    private Type struct(int depth) {
        List<Field> fields = new ArrayList<>();
        int offset = 0;
        for (int i = random.nextInt(5); i > 0; i--) {
            Type type = type(depth - 1);
            boolean bits = random.nextInt(4) == 0 && type.size() > 0 && type.size() <= 8;
            int bitSize = bits ? 1 + random.nextInt(type.size() * 8) : 0;
            int bitOffset = bits ? random.nextInt(8) : 0;
            fields.add(new Field(random.nextInt(4) == 0 ? "" : name(), type, offset, bitOffset, bitSize, text(), pick(List.of("", "", "ipv4"))));
            offset += Math.max(type.size(), (bitOffset + bitSize + 7) / 8) + random.nextInt(3);
        }
        boolean union = random.nextInt(4) == 0;
        String word = union ? "union " : "struct ";
        return new Type.Struct(pick(List.of("", word + name(), name())), union, offset + random.nextInt(3), fields);
    }

    private Map<String, Object> tree(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) members.put(pick(NAMES), value(depth));
        return members;
    }

    private Object value(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> text();
            case 1 -> random.nextBoolean();
            case 2 -> random.nextLong();
            case 3 -> BigInteger.ONE.shiftLeft(64 + random.nextInt(20)).add(BigInteger.valueOf(random.nextLong()));
            case 4 -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20);
            case 5 -> (long) random.nextInt(10);
            case 6 -> tree(depth - 1);
            default -> List.of(value(depth - 1), text());
        };
    }

    private String name() {
        return random.nextInt(3) == 0 ? pick(NAMES) : pick(List.of("event", "point", "key", ""));
    }

    private String text() {
        return pick(TEXTS);
    }

    private <T> T pick(List<? extends T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
