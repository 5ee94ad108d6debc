package org.eunomia.ide.ui.internal.wizards;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eunomia.core.Failure;
import org.eunomia.core.Hook;
import org.eunomia.core.HookKind;
import org.eunomia.ide.core.hooks.HookAnswer;
import org.eunomia.ide.core.hooks.HookQuery;
import org.eunomia.ide.core.hooks.HookSearch;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.toolchain.scaffold.NewTrackerRules;
import org.eunomia.toolchain.scaffold.StartingPoint;
import org.eunomia.toolchain.scaffold.StartingPoint.HookChoice;

/** Where the tracker attaches: chosen from what a target has, or typed where it does not tell. */
final class HookPage extends WizardPage {
    private static final int PAUSE_MILLIS = 250;
    private static final int PATIENCE_MILLIS = 4000;
    private final Draft draft;
    private final List<Target> targets;
    private final HookSearch search;
    private final HookSearch details;
    private final Runnable ask = this::ask;
    private final Runnable lookUp = this::lookUp;
    private final Runnable late = this::validate;
    private StartingPoint shown;
    private Combo target;
    private Label hookTitle;
    private Text hook;
    private HookList list;
    private FieldTable fields;
    private HookQuery asked;
    private long askedAt;
    private HookAnswer latest;
    private boolean unknown;

    HookPage(Draft draft, List<Target> targets, HookSearch.Services services) {
        super("hook", "New eBPF tracker", null);
        setDescription("Choose where the tracker attaches.");
        this.draft = draft;
        this.targets = targets;
        search = new HookSearch(services, new JobBackground(), answer -> inUi(() -> show(answer)));
        details = new HookSearch(services, new JobBackground(), answer -> inUi(() -> describe(answer)));
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = Controls.page(parent, 2);
        Controls.label(page, "T&arget:");
        target = Controls.named(new Combo(page, SWT.READ_ONLY), "target");
        target.setItems(targets.stream().map(Target::name).toArray(String[]::new));
        target.select(Math.max(0, targets.indexOf(draft.target)));
        target.setToolTipText("Whose kernel is asked for what there is to attach to");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(target);
        target.addListener(SWT.Selection, e -> retarget());
        list = new HookList(page, () -> soon(PAUSE_MILLIS, ask), this::choose, this::askAgain);
        hookTitle = Controls.label(page, "&Hook:");
        hook = Controls.text(page, "hook", SWT.NONE);
        hook.addModifyListener(e -> typed());
        fields = new FieldTable(page);
        setControl(page);
    }

    private HookChoice choice() {
        return draft.template.hook().orElseThrow();
    }

    @Override
    public void setVisible(boolean visible) {
        if (visible && !draft.template.equals(shown)) begin();
        super.setVisible(visible);
        if (visible) list.focus();
    }

    /** With another template everything is another. */
    private void begin() {
        shown = draft.template;
        setDescription(draft.template.title() + ": " + draft.template.description());
        hookTitle.setText("Att&ach to:");
        hook.setMessage(choice().title());
        hook.setText(draft.hook.isEmpty() ? choice().usual() : draft.hook);
        list.filter("");
        hookTitle.getParent().layout(true);
        ask();
        lookUp();
    }

    private void retarget() {
        draft.target = targets.get(target.getSelectionIndex());
        unknown = false;
        list.clear();
        fields.clear();
        ask();
        lookUp();
    }

    private void ask() {
        Optional<HookKind> kind = choice().kind();
        if (kind.isEmpty()) return;
        HookQuery query = HookQuery.of(draft.target, kind.get(), choice().filter(), list.filter());
        if (query.equals(asked)) return;
        begin(query);
        search.ask(query);
    }

    private void askAgain() {
        begin(asked);
        search.askAgain();
    }

    private void begin(HookQuery query) {
        asked = query;
        askedAt = System.nanoTime();
        latest = null;
        list.asking(query);
        validate();
        soon(PATIENCE_MILLIS, late);
    }

    private boolean isLate() {
        return System.nanoTime() - askedAt >= PATIENCE_MILLIS * 1_000_000L;
    }

    private void show(HookAnswer answer) {
        // On its way here while another question was begun.
        if (!answer.query().equals(asked)) return;
        latest = answer;
        list.show(answer);
        validate();
    }

    private void choose(Hook chosen) {
        if (latest == null) return;
        String text = latest.query().chosen(chosen.name());
        if (chosen.kind() == HookKind.LIBRARY) {
            list.filter(text);
            list.focus();
            return;
        }
        unknown = false;
        fields.show(chosen);
        hook.setText(text);
    }

    private void typed() {
        draft.hook = hook.getText().strip();
        unknown = false;
        soon(PAUSE_MILLIS, lookUp);
        validate();
    }

    /** Asks what is at the hook that is typed. */
    private void lookUp() {
        Optional<HookKind> kind = choice().kind();
        if (kind.isEmpty() || !NewTrackerRules.hookProblem(choice(), draft.hook).isEmpty()) return;
        details.ask(new HookQuery(draft.target, kind.get(), draft.hook));
    }

    private void describe(HookAnswer answer) {
        if (!answer.query().filter().equals(draft.hook) || !answer.query().target().equals(draft.target)) return;
        Optional<Hook> found = answer.hooks().hooks().stream().filter(h -> h.name().equals(draft.hook)).findFirst();
        unknown = found.isEmpty() && answer.failure().isEmpty();
        found.ifPresentOrElse(fields::show, fields::clear);
        validate();
    }

    private void validate() {
        String problem = NewTrackerRules.hookProblem(choice(), draft.hook);
        setErrorMessage(problem.isEmpty() ? null : problem);
        setPageComplete(problem.isEmpty());
        String name = draft.target.name();
        if (latest != null && latest.failure().isPresent()) setMessage(text(latest.failure().get()), IMessageProvider.WARNING);
        else if (unknown) setMessage(name + " has no '" + draft.hook + "'", IMessageProvider.WARNING);
        else if (latest == null && isLate()) setMessage(name + " takes its time. You need not wait: type where to attach.", IMessageProvider.INFORMATION);
        else setMessage(null);
    }

    private static String text(Failure failure) {
        String hint = failure.hint().isEmpty() ? "" : " (" + failure.hint() + ")";
        return Character.toUpperCase(failure.summary().charAt(0)) + failure.summary().substring(1) + hint + ". Type where to attach.";
    }

    /** Once, {@code millis} after the last time that it was wanted. */
    private void soon(int millis, Runnable action) {
        getShell().getDisplay().timerExec(millis, action);
    }

    private void inUi(Runnable action) {
        Display display = Display.getDefault();
        if (!display.isDisposed()) display.asyncExec(() -> {
            if (getControl() != null && !getControl().isDisposed()) action.run();
        });
    }

    @Override
    public void dispose() {
        search.close();
        details.close();
        for (Runnable timed : List.of(ask, lookUp, late)) Display.getDefault().timerExec(-1, timed);
        super.dispose();
    }
}
