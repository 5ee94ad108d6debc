package org.eunomia.ide.events.internal.table;

import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** What commands do with the page in front. */
enum ViewAction {
    FOLLOW("follow", (v, p) -> p.follow(!p.isFollowing()), EventPage::isFollowing),
    PAUSE("pause", (v, p) -> p.list().pause(!p.list().isPaused()), p -> p.list().isPaused()),
    CLEAR("clear", (v, p) -> p.list().clear()),
    FILTER("filter", (v, p) -> p.filterBar().focus()),
    FIND("find", (v, p) -> p.findBar().show(true)),
    FIND_NEXT("findNext", (v, p) -> p.findBar().find(true)),
    FIND_PREVIOUS("findPrevious", (v, p) -> p.findBar().find(false)),
    COLUMNS("columns", (v, p) -> Dialogs.columns(v, p)),
    GROUP("group", (v, p) -> Dialogs.group(v, p), p -> !p.list().wish().groupBy().isEmpty()),
    DETAILS("details", (v, p) -> {
        p.showDetails(!p.isShowingDetails());
        v.settings().details(p.isShowingDetails());
    }, EventPage::isShowingDetails),
    COLOURS("colours", (v, p) -> Dialogs.colours(v)),
    EXPORT("export", (v, p) -> Dialogs.export(v, p)),
    RECORD("record", (v, p) -> v.recordings().toggle(v, p));

    private final String name;
    private final BiConsumer<EventsView, EventPage> action;
    private final Predicate<EventPage> on;

    ViewAction(String name, BiConsumer<EventsView, EventPage> action) {
        this(name, action, p -> false);
    }

    ViewAction(String name, BiConsumer<EventsView, EventPage> action, Predicate<EventPage> on) {
        this.name = name;
        this.action = action;
        this.on = on;
    }

    String command() {
        return "org.eunomia.ide.events." + name;
    }

    static ViewAction named(String name) {
        for (ViewAction a : values()) if (a.name.equals(name)) return a;
        throw new IllegalArgumentException(name);
    }

    void run(EventsView view, EventPage page) {
        action.accept(view, page);
        view.stateChanged();
    }

    boolean isOn(EventsView view, EventPage page) {
        return this == RECORD ? view.recordings().isRecording(page) : on.test(page);
    }
}
