package org.eunomia.core.view;

import java.nio.ByteBuffer;

/** Writes the value that lies at one place of a record. Made once per layout, used for every record. */
interface Cell {
    enum Style { TEXT, PLAIN, JSON }

    /**
     * How to write.
     *
     * @param style TEXT for people; PLAIN as JSON but without quotes, for CSV; JSON
     */
    record View(Style style, Symbols symbols) {
        static final View TEXT = new View(Style.TEXT, Symbols.NONE);
        static final View PLAIN = new View(Style.PLAIN, Symbols.NONE);
        static final View JSON = new View(Style.JSON, Symbols.NONE);

        boolean isText() {
            return style == Style.TEXT;
        }

        boolean isJson() {
            return style == Style.JSON;
        }
    }

    /** Bytes that must be there; a record that is shorter has no such value. */
    int need();

    void write(ByteBuffer in, int at, TextBuffer out, View view);

    default boolean fits(ByteBuffer in, int at) {
        return at >= 0 && need() <= in.limit() - at;
    }
}
