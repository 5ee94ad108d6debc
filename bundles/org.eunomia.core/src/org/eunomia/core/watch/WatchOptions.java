package org.eunomia.core.watch;

import java.time.Duration;

/**
 * @param count    events, or rounds of maps when there are only maps, after which to end; 0 for no end
 * @param duration after which to end; zero for no end
 * @param interval between two showings of a map; zero for what the package says
 * @param clear    whether maps are emptied after each showing, whatever the package says
 * @param top      rows of a table that are shown; 0 for all
 */
public record WatchOptions(Format format, long count, Duration duration, Duration interval, boolean clear, int top) {
    public enum Format { TEXT, JSON, CSV }
}
