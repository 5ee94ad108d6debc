package org.eunomia.ide.core.preferences;

/** Looks preferences up in some place. */
@FunctionalInterface
public interface PreferenceValues {
    /** What was installed, so to say. */
    PreferenceValues USUAL = Preference::usual;

    /** What is set, else {@link Preference#usual}. */
    String get(Preference preference);
}
