package org.eunomia.ide.core.launch;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.schema.Type;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.elf.GlobalText;

/** How a param is asked for. The text of a value is that of the command line. */
public record ParamField(ParamSpec spec, Input input) {
    /** What a form shows. */
    public sealed interface Input {
        /** On or off: {@code true} or {@code false}. */
        record Check() implements Input { }

        /** One of these, or a number. */
        record Choice(List<String> names) implements Input {
            public Choice {
                names = List.copyOf(names);
            }
        }

        /** @param wanted in a word or two: {@code 0 … 255}, {@code up to 15 bytes} */
        record Text(String wanted) implements Input { }
    }

    public static ParamField of(ParamSpec spec) {
        return new ParamField(spec, input(spec.type()));
    }

    private static Input input(Type type) {
        return switch (type) {
            case Type.Bool b -> new Input.Check();
            case Type.Enum e -> new Input.Choice(e.values().stream().map(Type.Enumerator::name).toList());
            case Type.Int i -> new Input.Text(range(i.size() * 8, i.signed()));
            case Type.Char c -> new Input.Text("a character or its number");
            case Type.Float f -> new Input.Text("a number");
            case Type.Array a when a.isText() -> new Input.Text("text, up to " + Math.max(0, a.count() - 1) + " bytes");
            case Type.Array a -> new Input.Text("up to " + a.count() + " values: 1,2,3");
            case Type.Pointer p -> new Input.Text("cannot be set");
            case Type.Struct s -> new Input.Text("cannot be set");
        };
    }

    private static String range(int bits, boolean signed) {
        BigInteger least = signed ? BigInteger.ONE.shiftLeft(bits - 1).negate() : BigInteger.ZERO;
        BigInteger most = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits).subtract(BigInteger.ONE);
        return bits <= 32 ? least + " … " + most : "a whole number of " + bits + " bits";
    }

    /** What the user sees in front of it: the option's name, else the variable's. */
    public String label() {
        return spec.longOption().isEmpty() ? spec.name() : spec.longOption();
    }

    /** Everything that is known of it, for a tooltip. */
    public String help() {
        String about = spec.description().isEmpty() ? "" : spec.description() + "\n";
        return about + spec.type().cName() + " " + spec.name() + ", default " + (spec.defaultValue().isEmpty() ? "empty" : spec.defaultValue());
    }

    public boolean isSettable() {
        return !(spec.type() instanceof Type.Pointer || spec.type() instanceof Type.Struct);
    }

    /** What is wrong with {@code text} as a value, in one line. */
    public Optional<String> problem(String text) {
        try {
            GlobalText.parse(spec, text);
            return Optional.empty();
        } catch (OperationFailedException e) {
            return Optional.of(e.failure() instanceof Failure.ParamInvalid p ? label() + ": " + p.problem() : e.getMessage());
        }
    }

    /** Whether {@code text} means what holds without it. */
    public boolean isDefault(String text) {
        return text.equals(spec.defaultValue());
    }
}
