package org.eunomia.ide.events.internal.table;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;

/** Colours of text that suit the theme around it. */
final class Tint {
    private Tint() { }

    static Color red(Control around) {
        return GridTheme.isDark(around) ? new Color(0xe8, 0x83, 0x6f) : new Color(0xb2, 0x3c, 0x25);
    }

    static Color grey(Control around) {
        return GridTheme.isDark(around) ? new Color(0xa5, 0xab, 0xb3) : new Color(0x5b, 0x62, 0x6d);
    }
}
