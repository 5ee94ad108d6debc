package org.eunomia.ide.events.internal.model.filter;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.core.Nearest;
import org.eunomia.core.schema.Type;
import org.eunomia.core.view.Column;
import org.eunomia.core.view.ErrorNames;

/** Numbers as a filter writes them. */
final class Literals {
    private static final Pattern HEX = Pattern.compile("(-?)0[xX]([0-9a-fA-F_]{1,40})");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9][0-9_]{0,40}(\\.[0-9]{1,20})?");
    private static final Pattern DURATION = Pattern.compile("([-+]?[0-9][0-9_]*(?:\\.[0-9]+)?)(ns|us|\u00b5s|ms|s|min|h)");
    private static final List<String> UNITS = List.of("ns", "us", "ms", "s", "min", "h");
    private static final long[] NANOS = { 1, 1_000, 1_000_000, 1_000_000_000L, 60_000_000_000L, 3_600_000_000_000L };

    private Literals() { }

    static Optional<BigDecimal> number(String text) {
        Matcher hex = HEX.matcher(text);
        if (hex.matches() && !hex.group(2).replace("_", "").isEmpty()) return Optional.of(new BigDecimal(new BigInteger(hex.group(1) + hex.group(2).replace("_", ""), 16)));
        return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace("_", ""))) : Optional.empty();
    }

    /** What {@code value} means in a column of whole numbers, in the unit of its raw values. */
    static BigDecimal whole(Column column, Token value) throws FilterException {
        Optional<BigDecimal> found = switch (column.type()) {
            case Type.Enum e -> enumerated(e, value);
            case Type.Bool b -> switch (value.text().toLowerCase(Locale.ROOT)) {
                case "true" -> Optional.of(BigDecimal.ONE);
                case "false" -> Optional.of(BigDecimal.ZERO);
                default -> number(value.text());
            };
            default -> switch (column.format()) {
                case DURATION_NS -> duration(value.text(), 0);
                case DURATION_US -> duration(value.text(), 1);
                case DURATION_MS -> duration(value.text(), 2);
                case KTIME -> number(value.text()).map(n -> n.movePointRight(9)).or(() -> duration(value.text(), 0));
                case ERRNO -> errno(value.text());
                case SIGNAL -> named(value.text().toUpperCase(Locale.ROOT), 64, ErrorNames::signal).or(() -> named("SIG" + value.text().toUpperCase(Locale.ROOT), 64, ErrorNames::signal))
                        .or(() -> number(value.text()));
                default -> number(value.text());
            };
        };
        return found.orElseThrow(() -> new FilterException(value, value.shown() + " is no value of " + column.name() + " (" + column.type().cName() + ")", hint(column, value)));
    }

    private static Optional<BigDecimal> enumerated(Type.Enum type, Token value) {
        return type.values().stream().filter(e -> e.name().equalsIgnoreCase(value.text())).findFirst().map(e -> BigDecimal.valueOf(e.value())).or(() -> number(value.text()));
    }

    private static Optional<BigDecimal> duration(String text, int unit) {
        Matcher m = DURATION.matcher(text);
        if (!m.matches()) return number(text);
        long nanos = NANOS[UNITS.indexOf(m.group(2).equals("\u00b5s") ? "us" : m.group(2))];
        return Optional.of(new BigDecimal(m.group(1).replace("_", "")).multiply(BigDecimal.valueOf(nanos)).movePointLeft(3 * unit));
    }

    /** With or without the minus that calls return it with. */
    private static Optional<BigDecimal> errno(String text) {
        String name = (text.startsWith("-") ? text.substring(1) : text).toUpperCase(Locale.ROOT);
        return named(name, 1024, ErrorNames::errno).map(BigDecimal::negate).or(() -> number(text));
    }

    private static Optional<BigDecimal> named(String name, int end, IntFunction<String> names) {
        for (int i = 1; i < end; i++) if (names.apply(i).equals(name)) return Optional.of(BigDecimal.valueOf(i));
        return Optional.empty();
    }

    private static String hint(Column column, Token value) {
        return switch (column.type()) {
            case Type.Enum e -> {
                List<String> names = e.values().stream().map(Type.Enumerator::name).toList();
                List<String> near = Nearest.to(value.text(), names);
                yield near.isEmpty() ? "its names are " + String.join(", ", names.subList(0, Math.min(8, names.size()))) + (names.size() > 8 ? " …" : "") : "did you mean " + String.join(", ", near) + "?";
            }
            case Type.Bool b -> "write true or false";
            default -> switch (column.format()) {
                case DURATION_NS, DURATION_US, DURATION_MS -> "write a number or a duration such as 1.5ms";
                case KTIME -> "write seconds since boot, such as 12.5";
                case ERRNO -> "write a number or a name such as -ENOENT";
                case SIGNAL -> "write a number or a name such as SIGKILL";
                default -> "write a number such as 42 or 0x2a";
            };
        };
    }
}
