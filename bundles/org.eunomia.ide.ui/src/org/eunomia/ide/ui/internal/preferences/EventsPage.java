package org.eunomia.ide.ui.internal.preferences;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eunomia.ide.core.preferences.EventPreferences;
import org.eunomia.ide.core.preferences.Preference;
import org.eunomia.ide.core.preferences.TimeFormat;

/** How views show events. */
public final class EventsPage extends SettingsPage {
    public static final String ID = "org.eunomia.ide.ui.preferences.events";
    private static final int STEP = 10_000;

    @Override
    void fill(Composite page) {
        List<TimeFormat> formats = Arrays.asList(TimeFormat.values());
        add(Fields.number(page, Preference.EVENTS_HELD, "&Events held:", EventPreferences.LEAST_HELD, EventPreferences.MOST_HELD, STEP, this::changed));
        Fields.note(page, "The oldest give way to new ones; the view says how many did. A million events take some hundred megabytes.");
        add(Fields.choice(page, Preference.EVENTS_TIME, "&Time:", formats.stream().map(TimeFormat::text).toList(), formats.stream().map(TimeFormat::title).toList(), this::changed));
        add(Fields.check(page, Preference.EVENTS_FOLLOW, "&Follow the newest event when a view is opened", this::changed));
    }

    @Override
    String id() {
        return ID;
    }
}
