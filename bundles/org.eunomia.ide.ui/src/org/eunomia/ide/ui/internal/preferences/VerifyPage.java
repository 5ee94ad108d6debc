package org.eunomia.ide.ui.internal.preferences;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eunomia.ide.core.preferences.Preference;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetRegistry;

/** Whether and where what was built is verified. */
public final class VerifyPage extends SettingsPage {
    public static final String ID = "org.eunomia.ide.ui.preferences";

    @Override
    void fill(Composite page) {
        List<Target> targets = TargetRegistry.shared().list();
        add(Fields.check(page, Preference.VERIFY_ON_SAVE, "&Verify a program each time it was built", this::changed));
        add(Fields.choice(page, Preference.VERIFY_TARGET, "by the kernel of &target:", targets.stream().map(Target::id).toList(), targets.stream().map(Target::name).toList(), this::changed));
        Fields.note(page, "The target's kernel loads the program without attaching it. What it refuses is marked in the source.");
    }

    @Override
    String id() {
        return ID;
    }
}
