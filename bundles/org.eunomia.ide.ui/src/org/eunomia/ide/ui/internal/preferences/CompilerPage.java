package org.eunomia.ide.ui.internal.preferences;

import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.preferences.BuildPreferences;
import org.eunomia.ide.core.preferences.Preference;
import org.eunomia.ide.core.project.TrackerProject;
import org.eunomia.toolchain.Toolchain;
import org.eunomia.toolchain.ToolchainConfig;

/** Which clang compiles, and how. */
public final class CompilerPage extends SettingsPage {
    public static final String ID = "org.eunomia.ide.ui.preferences.compiler";
    private static final int PAUSE_MILLIS = 300;
    private final Runnable look = this::look;
    private Field clang;
    private Field flags;
    private Label found;
    private String looked;

    @Override
    void fill(Composite page) {
        clang = add(Fields.program(page, Preference.CLANG, "&clang:", "the newest in PATH", this::clangChanged));
        found = Fields.note(page, " ");
        found.setData("org.eunomia.id", "clang.found");
        if (project() == null) add(Fields.program(page, Preference.CLANGD, "clang&d:", "the one in PATH, for completion, hovers and errors while typing", this::changed));
        flags = add(Fields.text(page, Preference.CLANG_FLAGS, "&Flags:", "-DNAME=value -Wextra -mcpu=v3", this::changed));
        Fields.note(page, "-D, -U, -I, -W, -std, -O and -mcpu, with spaces between them. The target, the architecture and the kernel's types are set by the builder.");
        Fields.label(page, "&Include paths:");
        Fields.label(page, "");
        add(new FolderList(page, Preference.INCLUDE_PATHS, Optional.ofNullable(project()).map(p -> TrackerProject.of(p).folder()), this::changed));
    }

    private void clangChanged() {
        Display.getCurrent().timerExec(PAUSE_MILLIS, look);
        changed();
    }

    /** Asks the compiler for its version, which takes a moment. */
    private void look() {
        if (found.isDisposed() || clang.value().equals(looked)) return;
        String wanted = looked = clang.value();
        found.setText("Looking …");
        Job.create("Looking for clang", m -> {
            String result = describe(wanted);
            Display.getDefault().asyncExec(() -> {
                if (found.isDisposed() || !wanted.equals(looked)) return;
                found.setText(result);
                found.requestLayout();
            });
        }).schedule();
    }

    private static String describe(String wanted) {
        try {
            ToolchainConfig usual = ToolchainConfig.fromEnvironment();
            Toolchain toolchain = Toolchain.find(new BuildPreferences(wanted, List.of(), List.of(), false, "").toolchain(usual));
            return "clang " + toolchain.clangVersion() + " at " + toolchain.clang();
        } catch (OperationFailedException e) {
            return e.failure().summary();
        }
    }

    @Override
    String problem() {
        try {
            Toolchain.check(List.of(flags.value().split("\\s+")).stream().filter(f -> !f.isEmpty()).toList());
        } catch (OperationFailedException e) {
            return Character.toUpperCase(e.failure().summary().charAt(0)) + e.failure().summary().substring(1) + ": " + e.failure().hint();
        }
        return "";
    }

    @Override
    String id() {
        return ID;
    }
}
