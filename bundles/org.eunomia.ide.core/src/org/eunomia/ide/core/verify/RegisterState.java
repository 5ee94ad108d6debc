package org.eunomia.ide.core.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the verifier knows of registers and stack slots at one place.
 *
 * @param frame  0 for the program, 1 for a function that it calls, and so on
 * @param values by {@code R0} … {@code R10} and {@code fp-8} …, in that order, in the verifier's words
 */
public record RegisterState(int frame, Map<String, String> values) {
    public static final RegisterState UNKNOWN = new RegisterState(0, Map.of());

    public RegisterState {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Optional<String> value(String register) {
        return Optional.ofNullable(values.get(register));
    }

    public boolean isKnown() {
        return !values.isEmpty();
    }

    /** One register a line, in words for people. */
    public String inWords() {
        return values.entrySet().stream().map(e -> e.getKey() + "  " + ValueWords.of(e.getKey(), e.getValue())).collect(Collectors.joining("\n"));
    }

    /** What is known of a register or slot, in words for people; empty when nothing is. */
    public String inWords(String register) {
        return value(register).map(v -> ValueWords.of(register, v)).orElse("");
    }

    /** As the log writes it. */
    @Override
    public String toString() {
        return values.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining(" "));
    }
}
