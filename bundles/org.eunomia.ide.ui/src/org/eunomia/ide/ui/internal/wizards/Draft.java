package org.eunomia.ide.ui.internal.wizards;

import java.io.IOException;
import java.util.List;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.toolchain.scaffold.NewFile;
import org.eunomia.toolchain.scaffold.NewTracker;
import org.eunomia.toolchain.scaffold.NewTrackerRules;
import org.eunomia.toolchain.scaffold.StartingPoint;

/** What the pages of the wizard have gathered so far. Used by the thread of the user interface. */
final class Draft {
    StartingPoint template;
    String name = "";
    String license = NewTrackerRules.GPL_COMPATIBLE.getFirst();
    Target target = Target.LOCAL;
    /** Empty for what the template says. */
    String hook = "";

    /** One hook does not fit another template. */
    void choose(StartingPoint chosen) {
        if (!chosen.equals(template)) hook = "";
        template = chosen;
    }

    List<NewFile> files() throws IOException {
        return new NewTracker(template, name, license, hook).files();
    }
}
