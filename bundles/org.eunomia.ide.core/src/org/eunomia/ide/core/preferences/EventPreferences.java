package org.eunomia.ide.core.preferences;

/** How events are shown. @param held most that a view holds */
public record EventPreferences(int held, boolean follow, TimeFormat time) {
    public static final int LEAST_HELD = 1_000;
    public static final int MOST_HELD = 10_000_000;

    public static EventPreferences of(PreferenceValues values) {
        return new EventPreferences(held(values.get(Preference.EVENTS_HELD)), Boolean.parseBoolean(values.get(Preference.EVENTS_FOLLOW)), TimeFormat.of(values.get(Preference.EVENTS_TIME)));
    }

    /** The usual number for what is none. */
    private static int held(String text) {
        try {
            return Math.clamp(Long.parseLong(text.strip()), LEAST_HELD, MOST_HELD);
        } catch (NumberFormatException e) {
            return Integer.parseInt(Preference.EVENTS_HELD.usual());
        }
    }
}
