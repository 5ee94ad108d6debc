package org.eunomia.ide.events.internal.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eunomia.ide.events.internal.model.filter.Filter;
import org.eunomia.ide.events.internal.model.filter.FilterException;

/**
 * Marks the rows that a filter lets through.
 *
 * @param colour of the mark
 */
public record ColourRule(boolean enabled, Colour colour, String filter) {
    /** Drawn as it suits the theme. */
    public enum Colour { BLUE, GREEN, AMBER, RED, GREY }

    private static final Pattern LINE = Pattern.compile("(on|off) ([a-z]+) (.*)");

    /** What a new installation has: failed calls. */
    public static final List<ColourRule> USUAL = List.of(new ColourRule(true, Colour.RED, "ret < 0"));

    public String line() {
        return (enabled ? "on " : "off ") + colour.name().toLowerCase(Locale.ROOT) + " " + filter;
    }

    /** Empty when {@code line} is none of {@link #line()}. */
    public static Optional<ColourRule> of(String line) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) return Optional.empty();
        for (Colour c : Colour.values()) if (c.name().toLowerCase(Locale.ROOT).equals(m.group(2))) return Optional.of(new ColourRule(m.group(1).equals("on"), c, m.group(3)));
        return Optional.empty();
    }

    /** Why the rule can never hold, whatever events come. */
    public Optional<String> problem() {
        try {
            return Filter.parse(filter).isNone() ? Optional.of("a filter is missing") : Optional.empty();
        } catch (FilterException e) {
            return Optional.of(e.getMessage());
        }
    }
}
