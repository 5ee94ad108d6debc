package org.eunomia.ide.core.language;

import java.util.ArrayList;
import java.util.List;

/** Text with runs of style, as hovers and proposals show it. Runs do not overlap and come in order. */
public record RichText(String text, List<Run> runs) {
    public static final RichText EMPTY = new RichText("", List.of());

    public enum Style {
        HEADING, BOLD, ITALIC,
        /** C, to be coloured like the source. */
        CODE,
        /** Less important. */
        DIM, WARNING
    }

    public record Run(int offset, int length, Style style) { }

    public RichText {
        runs = List.copyOf(runs);
    }

    public boolean isEmpty() {
        return text.isBlank();
    }

    /** This, a blank line, and {@code other}; just the one when the other is empty. */
    public RichText and(RichText other) {
        if (isEmpty()) return other;
        if (other.isEmpty()) return this;
        Builder b = new Builder();
        b.add(this).blank();
        b.add(other);
        return b.build();
    }

    public static Builder builder() {
        return new Builder();
    }

    public static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final List<Run> runs = new ArrayList<>();

        public Builder plain(String s) {
            text.append(s);
            return this;
        }

        public Builder styled(Style style, String s) {
            if (!s.isEmpty()) runs.add(new Run(text.length(), s.length(), style));
            return plain(s);
        }

        public Builder add(RichText other) {
            int base = text.length();
            for (Run r : other.runs()) runs.add(new Run(base + r.offset(), r.length(), r.style()));
            return plain(other.text());
        }

        /** Ends the line that is begun. */
        public Builder line() {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
            return this;
        }

        /** Ends the line and leaves one blank. */
        public Builder blank() {
            line();
            if (!text.isEmpty() && !endsBlank()) text.append('\n');
            return this;
        }

        private boolean endsBlank() {
            int n = text.length();
            return n < 2 || text.charAt(n - 1) == '\n' && text.charAt(n - 2) == '\n';
        }

        public RichText build() {
            int end = text.length();
            while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) end--;
            int last = end;
            List<Run> kept = runs.stream().filter(r -> r.offset() < last).map(r -> new Run(r.offset(), Math.min(r.length(), last - r.offset()), r.style())).toList();
            return new RichText(text.substring(0, end), kept);
        }
    }
}
