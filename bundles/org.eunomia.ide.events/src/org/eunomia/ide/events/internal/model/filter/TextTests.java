package org.eunomia.ide.events.internal.model.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.eunomia.core.view.Column;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.ide.events.internal.model.EventColumn;
import org.eunomia.ide.events.internal.model.Row;

/** Tests of values as text. */
final class TextTests {
    private static final String META = "\\[](){}.*+?^$|";

    private TextTests() { }

    /** Whether some column of the row, or what it comes from, shows {@code text}. */
    static RowTest anywhere(String text) {
        byte[] wanted = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return row -> {
            TextBuffer all = row.scratch();
            for (Column c : row.kind().columns().list()) {
                c.text(row.record(), all);
                all.put('\n');
            }
            all.put(row.kind().origin().tracker()).put('\n').put(row.kind().origin().host()).put('\n').put(row.kind().schema().name());
            return all.contains(wanted, true);
        };
    }

    /** Whether the column is neither zero nor empty. */
    static RowTest isSet(EventColumn column) {
        return row -> {
            if (!column.isIn(row)) return false;
            double number = column.number(row);
            if (!Double.isNaN(number)) return number != 0;
            TextBuffer text = row.scratch();
            column.text(row, text);
            return text.length() > 0 && !text.toString().equals("false");
        };
    }

    static RowTest matches(BiConsumer<Row, TextBuffer> text, Operator operator, Token value) throws FilterException {
        boolean wanted = operator == Operator.MATCHES;
        if (value.text().chars().noneMatch(c -> META.indexOf(c) >= 0)) {
            byte[] part = value.text().getBytes(StandardCharsets.UTF_8);
            return row -> {
                TextBuffer shown = row.scratch();
                text.accept(row, shown);
                return shown.contains(part, false) == wanted;
            };
        }
        Pattern pattern = pattern(value);
        return row -> {
            TextBuffer shown = row.scratch();
            text.accept(row, shown);
            return pattern.matcher(shown.toString()).find() == wanted;
        };
    }

    private static Pattern pattern(Token value) throws FilterException {
        try {
            return Pattern.compile(value.text());
        } catch (PatternSyntaxException e) {
            int inside = Math.clamp(e.getIndex() + (value.is(Token.Kind.STRING) ? 1 : 0), 0, Math.max(0, value.length() - 1));
            throw new FilterException(value.at() + inside, value.length() - inside, "this is no regular expression: " + e.getDescription(), "put \\ before a character that stands for itself");
        }
    }

    /** The bytes of a text field up to the first NUL. */
    static RowTest ofField(Column column, Operator operator, Token value) {
        byte[] wanted = value.text().getBytes(StandardCharsets.UTF_8);
        int size = column.type().size();
        return row -> {
            byte[] bytes = row.record().array();
            int from = column.offset();
            int limit = size == 0 ? row.record().limit() : Math.min(row.record().limit(), from + size);
            int end = from;
            while (end < limit && bytes[end] != 0) end++;
            return operator.holds(Arrays.compareUnsigned(bytes, from, end, wanted, 0, wanted.length));
        };
    }

    /** As the column shows it. */
    static RowTest shown(BiConsumer<Row, TextBuffer> text, Operator operator, Token value) {
        return row -> {
            TextBuffer shown = row.scratch();
            text.accept(row, shown);
            return operator.holds(shown.toString().compareTo(value.text()));
        };
    }

    static BiConsumer<Row, TextBuffer> of(Column column) {
        return (row, out) -> column.text(row.record(), out);
    }
}
