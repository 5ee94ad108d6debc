package org.eunomia.ide.events.internal.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eunomia.ide.core.preferences.EventPreferences;
import org.eunomia.ide.core.preferences.Preference;
import org.eunomia.ide.core.preferences.TimeFormat;
import org.eunomia.ide.events.internal.model.ColourRule;
import org.osgi.service.prefs.BackingStoreException;

/** What the view keeps from one start of the program to the next. */
final class Settings {
    private static final String NODE = "org.eunomia.ide.events";
    private static final String HISTORY = "filters";
    private static final String COLOURS = "colours";
    private static final String DETAILS = "details";

    private static IEclipsePreferences node() {
        return InstanceScope.INSTANCE.getNode(NODE);
    }

    private static EventPreferences preferences() {
        IEclipsePreferences core = InstanceScope.INSTANCE.getNode(Preference.NODE);
        return EventPreferences.of(p -> core.get(p.key(), p.usual()));
    }

    boolean follow() {
        return preferences().follow();
    }

    TimeFormat times() {
        return preferences().time();
    }

    /** Most events of one store. */
    int held() {
        return preferences().held();
    }

    List<String> history() {
        return lines(HISTORY).orElse(List.of());
    }

    void history(List<String> filters) {
        write(HISTORY, String.join("\n", filters));
    }

    List<ColourRule> colours() {
        return lines(COLOURS).map(all -> all.stream().flatMap(l -> ColourRule.of(l).stream()).toList()).orElse(ColourRule.USUAL);
    }

    void colours(List<ColourRule> rules) {
        write(COLOURS, String.join("\n", rules.stream().map(ColourRule::line).toList()));
    }

    boolean details() {
        return node().getBoolean(DETAILS, true);
    }

    void details(boolean shown) {
        write(DETAILS, Boolean.toString(shown));
    }

    private static Optional<List<String>> lines(String key) {
        return Optional.ofNullable(node().get(key, null)).map(text -> Arrays.stream(text.split("\n")).filter(l -> !l.isBlank()).toList());
    }

    private static void write(String key, String text) {
        node().put(key, text);
        try {
            node().flush();
        } catch (BackingStoreException e) {
            ILog.get().warn("cannot keep the settings of the event view", e);
        }
    }
}
