package org.eunomia.ide.ui.internal.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;
import org.eunomia.ide.core.project.TrackerProject;
import org.eunomia.ide.core.verify.Step;
import org.eunomia.ide.core.verify.Verification;
import org.eunomia.ide.core.verify.Verification.Outcome;
import org.eunomia.ide.core.verify.Verifications;

/**
 * What a kernel says of a source: the instructions with their C lines, the registers at the one that is selected, and the log as it is. A selection in any of
 * them, or of a line in the editor, selects and reveals the rest.
 */
public final class VerifierLogView extends ViewPart implements Verifications.Listener {
    public static final String ID = "org.eunomia.ide.ui.verifierLog";

    private Composite root;
    private SashForm sash;
    private Summary summary;
    private StepTable steps;
    private RegisterTable registers;
    private LogText text;
    private EditorLink editor;
    private IAction wayOnly;
    private Verification shown;
    private boolean selecting;

    @Override
    public void createPartControl(Composite parent) {
        root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(root);
        summary = new Summary(root);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(summary.control());
        sash = new SashForm(root, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(sash);
        steps = new StepTable(sash, this::stepSelected, this::openSelected);
        SashForm right = new SashForm(sash, SWT.VERTICAL);
        registers = new RegisterTable(right);
        text = new LogText(right, this::logLineSelected);
        right.setWeights(45, 55);
        sash.setWeights(63, 37);
        editor = new EditorLink(getSite().getPage(), this::editorLineSelected);
        fill(getViewSite().getActionBars().getToolBarManager());
        getViewSite().getActionBars().updateActionBars();
        Verifications.shared().addListener(this);
        editor.activeFile().ifPresentOrElse(this::follow, () -> show(null));
    }

    private void fill(IToolBarManager bar) {
        wayOnly = new Action("Only the way to the refusal", IAction.AS_CHECK_BOX) {
            @Override
            public void run() {
                showSteps();
            }
        };
        wayOnly.setToolTipText("Show only the instructions that lead to the refusal, not all that the verifier looked at");
        wayOnly.setImageDescriptor(Icons.WAY);
        wayOnly.setChecked(true);
        IAction failing = action("Go to the refusal", Icons.FAILING, () -> Optional.ofNullable(shown).flatMap(v -> v.log().failing()).ifPresent(this::select));
        IAction again = action("Verify again", Icons.VERIFY, this::verifyAgain);
        bar.add(failing);
        bar.add(wayOnly);
        bar.add(again);
    }

    private static IAction action(String text, org.eclipse.jface.resource.ImageDescriptor image, Runnable run) {
        Action action = new Action(text, image) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setToolTipText(text);
        return action;
    }

    private void verifyAgain() {
        Optional<IFile> source = Optional.ofNullable(shown).map(Verification::source).or(editor::activeFile);
        source.filter(TrackerProject::isSource).ifPresent(VerifyHandler::verify);
    }

    /** Shows the verification of a source, or that of which the file is part; of others it says that there is none. */
    void follow(IFile file) {
        Optional<Verification> own = Verifications.shared().of(file);
        Optional<Verification> other = Verifications.shared().concerning(file).stream().max(Comparator.comparing(Verification::time));
        show(own.filter(v -> v.outcome() == Outcome.REFUSED).or(() -> other).or(() -> own).orElse(null));
    }

    private void show(Verification verification) {
        if (verification == shown && summary.isSet()) return;
        shown = verification;
        summary.show(verification);
        text.show(verification == null ? null : verification.log());
        registers.show(null, null);
        showSteps();
        // Without a log there is nothing to be looked at but the verdict.
        sash.setVisible(verification != null && !verification.log().lines().isEmpty());
        root.layout(true);
        if (verification != null) verification.log().failing().ifPresent(this::selectQuietly);
    }

    private void showSteps() {
        if (shown == null) {
            steps.show(null, List.of());
            return;
        }
        Optional<Step> failing = shown.log().failing();
        List<Step> wanted = wayOnly != null && !wayOnly.isChecked() || failing.isEmpty() ? shown.log().steps() : shown.log().wayTo(failing.get());
        steps.show(shown, wanted);
    }

    private void stepSelected(Step step) {
        guarded(() -> {
            registers.show(shown.log(), step);
            text.select(step.logLine());
            editor.reveal(shown, step, false);
        });
    }

    private void openSelected(Step step) {
        editor.reveal(shown, step, true);
    }

    private void logLineSelected(int line) {
        if (shown == null) return;
        shown.log().stepAt(line).ifPresent(step -> guarded(() -> {
            steps.select(step);
            registers.show(shown.log(), step);
            editor.reveal(shown, step, false);
        }));
    }

    private void editorLineSelected(IFile file, int line) {
        guarded(() -> {
            boolean other = shown == null || !shown.source().equals(file) && !shown.files().containsValue(file);
            // What is no source and in no log leaves what is shown.
            if (other && (TrackerProject.isSource(file) || !Verifications.shared().concerning(file).isEmpty())) follow(file);
            if (shown == null) return;
            Verification v = shown;
            v.log().failing().filter(f -> isAt(v, f, file, line)).or(() -> steps.steps().reversed().stream().filter(s -> isAt(v, s, file, line)).findFirst()).ifPresent(step -> {
                steps.select(step);
                registers.show(v.log(), step);
                text.select(step.logLine());
            });
        });
    }

    private static boolean isAt(Verification v, Step step, IFile file, int line) {
        return step.source().line() == line && v.file(step.source()).filter(file::equals).isPresent();
    }

    private void select(Step step) {
        guarded(() -> {
            selectQuietly(step);
            editor.reveal(shown, step, false);
        });
    }

    private void selectQuietly(Step step) {
        steps.select(step);
        registers.show(shown.log(), step);
        text.select(step.logLine());
    }

    /** What is selected here must not come back as a selection there. */
    private void guarded(Runnable action) {
        if (selecting || shown == null && !root.isVisible()) return;
        selecting = true;
        try {
            action.run();
        } finally {
            selecting = false;
        }
    }

    @Override
    public void verified(Verification verification) {
        root.getDisplay().asyncExec(() -> {
            if (root.isDisposed()) return;
            boolean same = shown != null && shown.source().equals(verification.source());
            boolean active = editor.activeFile().filter(verification.source()::equals).isPresent();
            if (same || active || shown == null) show(verification);
        });
    }

    @Override
    public void forgotten(IFile source) {
        root.getDisplay().asyncExec(() -> {
            if (!root.isDisposed() && shown != null && shown.source().equals(source)) show(null);
        });
    }


    @Override
    public void setFocus() {
        if (sash.isVisible()) steps.setFocus();
        else root.setFocus();
    }

    @Override
    public void dispose() {
        Verifications.shared().removeListener(this);
        if (editor != null) editor.dispose();
        super.dispose();
    }
}
