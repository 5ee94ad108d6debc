package org.eunomia.ide.ui.internal.preferences;

import org.eclipse.swt.widgets.Composite;
import org.eunomia.ide.core.preferences.FormatPreferences;
import org.eunomia.ide.core.preferences.Preference;

/** How clang-format lays sources out. */
public final class FormatPage extends SettingsPage {
    public static final String ID = "org.eunomia.ide.ui.preferences.formatting";
    private Field style;

    @Override
    void fill(Composite page) {
        style = add(Fields.proposals(page, Preference.FORMAT_STYLE, "&Style:", FormatPreferences.STYLES, this::changed));
        Fields.note(page, "file: as the nearest .clang-format says, and like kernel where there is none.\nkernel: as the templates and the Linux kernel are laid out.\n"
                + "The others are clang-format's own. Options go in braces: {BasedOnStyle: LLVM, IndentWidth: 4}");
        add(Fields.check(page, Preference.FORMAT_ON_SAVE, "&Format a source each time it is saved", this::changed));
    }

    @Override
    String problem() {
        String text = style.value();
        if (text.isEmpty()) return "Choose a style";
        boolean named = text.matches("[A-Za-z]+");
        return named || text.startsWith("{") && text.endsWith("}") ? "" : "A style is a name, or options in braces";
    }

    @Override
    String id() {
        return ID;
    }
}
