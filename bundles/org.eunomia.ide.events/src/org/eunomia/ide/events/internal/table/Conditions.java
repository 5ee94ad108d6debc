package org.eunomia.ide.events.internal.table;

import org.eunomia.ide.events.internal.model.EventColumn;
import org.eunomia.ide.events.internal.model.FieldColumn;
import org.eunomia.ide.events.internal.model.HeadColumn;

/** Conditions of a filter, made from values as they are shown. */
final class Conditions {
    private Conditions() { }

    static String equal(EventColumn column, String shown, boolean equal) {
        boolean plain = !shown.isEmpty() && shown.chars().allMatch(c -> Character.isLetterOrDigit(c) || "._:/-+".indexOf(c) >= 0);
        String value = plain ? shown : '"' + shown.replace("\"", "\\\"") + '"';
        if (!isExact(column)) return column.title() + (equal ? " ~ " : " !~ ") + (plain ? value : '"' + shown.replaceAll("([\\\\\\[\\](){}.*+?^$|])", "\\\\$1").replace("\"", "\\\"") + '"');
        return column.title() + (equal ? " == " : " != ") + value;
    }

    /** Whether the text that is shown stands for one value only. */
    private static boolean isExact(EventColumn column) {
        return switch (column) {
            case HeadColumn h -> h != HeadColumn.TIME;
            case FieldColumn f -> switch (f.model().format()) {
                case KTIME, DURATION_NS, DURATION_US, DURATION_MS -> false;
                default -> true;
            };
        };
    }
}
