package org.eunomia.ide.events.internal.model.filter;

import java.util.List;
import java.util.Optional;
import org.eunomia.core.Nearest;
import org.eunomia.core.view.Column;
import org.eunomia.ide.events.internal.model.ColumnModel;
import org.eunomia.ide.events.internal.model.EventColumn;
import org.eunomia.ide.events.internal.model.EventKind;
import org.eunomia.ide.events.internal.model.FieldColumn;
import org.eunomia.ide.events.internal.model.HeadColumn;

/** Makes tests out of expressions and the columns that they name. */
final class Binder {
    private final ColumnModel model;

    Binder(ColumnModel model) {
        this.model = model;
    }

    RowTest bind(Expression expression) throws FilterException {
        return switch (expression) {
            case Expression.All e -> {
                RowTest left = bind(e.left());
                RowTest right = bind(e.right());
                yield row -> left.test(row) && right.test(row);
            }
            case Expression.Any e -> {
                RowTest left = bind(e.left());
                RowTest right = bind(e.right());
                yield row -> left.test(row) || right.test(row);
            }
            case Expression.Not e -> {
                RowTest inner = bind(e.inner());
                yield row -> !inner.test(row);
            }
            case Expression.Compare e -> compare(e);
            case Expression.Alone e -> alone(e.word());
        };
    }

    private RowTest compare(Expression.Compare compare) throws FilterException {
        Token name = compare.column();
        Optional<EventColumn> column = model.find(name.text());
        if (column.isEmpty()) {
            if (model.kinds().isEmpty()) return RowTest.ALL;
            List<String> near = Nearest.to(name.text(), model.titles());
            String hint = near.isEmpty() ? "there are " + String.join(", ", model.titles()) : "did you mean " + String.join(", ", near) + "?";
            throw new FilterException(name, "there is no column " + name.shown(), hint);
        }
        Operator operator = Operator.of(compare.operator().text());
        return switch (column.get()) {
            case HeadColumn head -> HeadTests.of(head, operator, compare.value());
            case FieldColumn field -> byKind(field, operator, compare.value());
        };
    }

    /** A value must suit the field in one kind at least. */
    private RowTest byKind(FieldColumn field, Operator operator, Token value) throws FilterException {
        RowTest[] tests = new RowTest[model.kinds().size()];
        FilterException unfit = null;
        boolean fits = false;
        for (EventKind kind : model.kinds()) {
            Column column = field.in(kind);
            tests[kind.number()] = RowTest.NOTHING;
            if (column == null) continue;
            try {
                tests[kind.number()] = present(column, against(column, kind, operator, value));
                fits = true;
            } catch (FilterException e) {
                unfit = e;
            }
        }
        if (!fits && unfit != null) throw unfit;
        return tests.length == 1 ? tests[0] : row -> row.kind().number() < tests.length && tests[row.kind().number()].test(row);
    }

    private static RowTest present(Column column, RowTest test) {
        return row -> column.isIn(row.record()) && test.test(row);
    }

    private RowTest against(Column column, EventKind kind, Operator operator, Token value) throws FilterException {
        try {
            return ColumnTests.of(column, operator, value);
        } catch (FilterException e) {
            Column other = value.is(Token.Kind.WORD) && operator.isOrder() && column.isWhole() && model.find(value.text()).orElse(null) instanceof FieldColumn f ? f.in(kind) : null;
            if (other == null || !other.isWhole()) throw e;
            return present(other, WholeTests.of(column, operator, other));
        }
    }

    private RowTest alone(Token word) {
        if (!word.is(Token.Kind.WORD)) return TextTests.anywhere(word.text());
        return model.find(word.text()).map(TextTests::isSet).orElseGet(() -> TextTests.anywhere(word.text()));
    }
}
