package org.eunomia.ide.ui.internal.preferences;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eunomia.ide.core.preferences.Preference;

/** A preference on a page. */
interface Field {
    Preference preference();

    /** As it is stored. */
    String value();

    void value(String text);

    /** Grey when a project has no settings of its own. */
    void setEnabled(boolean enabled);

    /** With all that is in it. */
    static void setEnabled(Control control, boolean enabled) {
        control.setEnabled(enabled);
        if (control instanceof Composite c) for (Control child : c.getChildren()) setEnabled(child, enabled);
    }
}
