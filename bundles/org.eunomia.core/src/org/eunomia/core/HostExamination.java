package org.eunomia.core;

import java.util.List;

/** Looks at the host and says what trackers can do there. A service found through {@link java.util.ServiceLoader}. */
public interface HostExamination {
    /** In an order that reads well: what everything depends on first. Loads the smallest programs there are, and leaves nothing behind. */
    List<Finding> examine();

    /** How one thing stands. */
    enum State {
        GOOD,
        /** Some trackers do not work, or something is less safe than it should be. */
        LIMITED,
        /** Nothing can be loaded. */
        BLOCKED,
        /** This process may not see it. */
        UNKNOWN
    }

    /**
     * @param subject what was looked at, in a word or two
     * @param found   in one line
     * @param advice  what to do about it in one line, empty when there is nothing to do
     */
    record Finding(String subject, State state, String found, String advice) {
        public static Finding good(String subject, String found) {
            return new Finding(subject, State.GOOD, found, "");
        }
    }
}
