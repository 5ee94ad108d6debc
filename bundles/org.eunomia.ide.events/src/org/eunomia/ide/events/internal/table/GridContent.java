package org.eunomia.ide.events.internal.table;

import java.util.Optional;
import org.eunomia.ide.events.internal.model.ColourRule;

/** What a grid shows. Used by the thread of the user interface; asked only for the cells that are to be seen. */
interface GridContent {
    int columns();

    String title(int column);

    String tip(int column);

    boolean isNumeric(int column);

    /** In characters. */
    int usualWidth(int column);

    /** Negative for descending, positive for ascending, 0 for not sorted by it. */
    int sorted(int column);

    int rows();

    String text(int column, int row);

    Optional<ColourRule.Colour> colour(int row);

    /** What stays with a row when others before it go. */
    long key(int row);

    /** -1 when there is no such row any more. */
    int rowOf(long key);
}
