package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eunomia.ide.core.preferences.BuildPreferences;
import org.eunomia.ide.core.preferences.EventPreferences;
import org.eunomia.ide.core.preferences.FormatPreferences;
import org.eunomia.ide.core.preferences.Preference;
import org.eunomia.ide.core.preferences.StoredPreferences;
import org.eunomia.ide.core.preferences.TimeFormat;
import org.eunomia.ide.core.project.TrackerProject;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Workbench.class)
class SettingsTest {
    private static final String ROOT = "org.eunomia.ide.ui.preferences";

    @AfterEach
    void forget() throws Exception {
        for (Preference p : Preference.values()) InstanceScope.INSTANCE.getNode(Preference.NODE).remove(p.key());
    }

    @Test
    void theCompilerIsLookedForAndItsFlagsAreChecked() {
        Settings page = Settings.ofWorkspace(ROOT + ".compiler").awaitLabel("clang.found", "clang 1");
        page.type("clang.flags", "-DX=1 -o/etc/passwd");
        assertTrue(page.error().startsWith("Invalid value '-o/etc/passwd' for param compiler flag"), page::error);
        assertFalse(page.canApply());
        page.type("clang.flags", "-DX=1 -Wextra").type("clang", "/no/such/clang").awaitLabel("clang.found", "/no/such/clang");
        Screenshots.take("preferences-compiler-missing");
        page.type("clang", "").awaitLabel("clang.found", "clang 1");
        Screenshots.take("preferences-compiler");
        page.apply();
        assertEquals(List.of("-DX=1", "-Wextra"), BuildPreferences.of(StoredPreferences.ofWorkspace()).flags());
    }

    @Test
    void formattingIsAStyleByNameOrInBraces() {
        Settings page = Settings.ofWorkspace(ROOT + ".formatting").choose("format.style", "no style");
        assertEquals("A style is a name, or options in braces", page.error());
        page.choose("format.style", "LLVM").check("format.onSave", true);
        Screenshots.take("preferences-formatting");
        page.apply();
        assertEquals(new FormatPreferences("LLVM", true), FormatPreferences.of(StoredPreferences.ofWorkspace()));
    }

    @Test
    void theEventViewKeepsWhatIsSet() {
        Settings page = Settings.ofWorkspace(ROOT + ".events").number("events.held", 250_000).choose("events.time", "Seconds since the first event").check("events.follow", false);
        Screenshots.take("preferences-events");
        page.apply();
        assertEquals(new EventPreferences(250_000, false, TimeFormat.RELATIVE), EventPreferences.of(StoredPreferences.ofWorkspace()));
        page = Settings.ofWorkspace(ROOT + ".events").restoreDefaults();
        assertTrue(page.isChecked("events.follow"));
        page.apply();
        assertEquals(EventPreferences.of(Preference::usual), EventPreferences.of(StoredPreferences.ofWorkspace()));
    }

    @Test
    void aProjectMayHaveItsOwn() throws Exception {
        IProject project = TrackerProject.create("mine", null, Map.of(), null).project();
        Settings page = Settings.ofProject(project, "org.eunomia.ide.ui.properties.compiler");
        assertFalse(page.isEnabled("clang.flags"));
        page.check("own", true).type("clang.flags", "-mcpu=v3");
        Screenshots.take("properties-compiler");
        page.apply();
        assertEquals(List.of("-mcpu=v3"), TrackerProject.of(project).preferences().flags());
        assertEquals(List.of(), BuildPreferences.of(StoredPreferences.ofWorkspace()).flags());
        Settings.ofProject(project, "org.eunomia.ide.ui.properties.compiler").check("own", false).apply();
        assertEquals(List.of(), TrackerProject.of(project).preferences().flags());
    }

    @Test
    void verifyingIsAskedOfATarget() {
        Settings page = Settings.ofWorkspace(ROOT);
        assertTrue(page.isChecked("verify.onSave"));
        assertEquals("Local", page.text("verify.target"));
        Screenshots.take("preferences-verify");
        page.check("verify.onSave", false).apply();
        assertFalse(BuildPreferences.of(StoredPreferences.ofWorkspace()).verifyOnSave());
    }

    @Test
    void targetsAreListed() {
        Settings page = Settings.ofWorkspace(ROOT + ".targets");
        Screenshots.take("preferences-targets");
        page.cancel();
    }
}
