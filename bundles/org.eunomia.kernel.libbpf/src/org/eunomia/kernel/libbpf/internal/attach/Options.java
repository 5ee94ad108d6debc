package org.eunomia.kernel.libbpf.internal.attach;

import java.util.Map;
import java.util.Optional;
import org.eunomia.core.Failure;
import org.eunomia.core.OperationFailedException;

/** A program's options with their types checked: they come out of packages and command lines. */
public record Options(Map<String, Object> values) {
    /** The first of {@code names} that is there. */
    public Optional<String> text(String... names) {
        for (String name : names) {
            Object value = values.get(name);
            if (value != null) return Optional.of(value.toString());
        }
        return Optional.empty();
    }

    public Optional<Long> number(String name) throws OperationFailedException {
        Object value = values.get(name);
        if (value == null) return Optional.empty();
        if (value instanceof Number number && number.doubleValue() == number.longValue()) return Optional.of(number.longValue());
        try {
            return Optional.of(Long.decode(value.toString().strip()));
        } catch (NumberFormatException e) {
            throw invalid(name, value, "it is no whole number");
        }
    }

    /** A number from {@code least} to {@code most}. */
    public Optional<Integer> number(String name, int least, int most) throws OperationFailedException {
        Optional<Long> value = number(name);
        if (value.isEmpty()) return Optional.empty();
        if (value.get() < least || value.get() > most) throw invalid(name, value.get(), "it is not between " + least + " and " + most);
        return value.map(Long::intValue);
    }

    public Optional<Boolean> flag(String name) throws OperationFailedException {
        Object value = values.get(name);
        return switch (value == null ? "" : value.toString()) {
            case "" -> Optional.empty();
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw invalid(name, value, "it is neither true nor false");
        };
    }

    private static OperationFailedException invalid(String name, Object value, String problem) {
        return new OperationFailedException(new Failure.ParamInvalid(name, value.toString(), problem, ""));
    }
}
