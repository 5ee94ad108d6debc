package org.eunomia.rest;

/** What a caller may do; each may do what the ones before may. */
public enum Role {
    /** Sees trackers, their events, maps and cost. */
    VIEWER,
    /** Starts, replaces, verifies and stops trackers, and writes their maps. */
    OPERATOR,
    /** Uses the daemon itself: its shell. */
    ADMIN;

    public boolean covers(Role wanted) {
        return compareTo(wanted) >= 0;
    }
}
