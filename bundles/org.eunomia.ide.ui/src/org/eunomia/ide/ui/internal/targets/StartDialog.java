package org.eunomia.ide.ui.internal.targets;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eunomia.ide.core.launch.Timespan;
import org.eunomia.ide.ui.internal.launch.ParamsForm;
import org.eunomia.ide.ui.internal.launch.SourceField;

/** Asks which tracker is to be started on targets, or is to replace one that runs. */
final class StartDialog extends TitleAreaDialog {
    private final boolean replacing;
    private final String where;
    private SourceField source;
    private ParamsForm params;
    private Text name;
    private Text duration;
    private Button option;
    private Wanted wanted;

    /**
     * @param duration zero for no end
     * @param option   whether a new tracker is persistent, or a replaced one goes on with its maps
     */
    record Wanted(String source, Map<String, String> params, String name, Duration duration, boolean option) { }

    /** @param where the targets, or the tracker that is to be replaced */
    StartDialog(Shell parent, boolean replacing, String where) {
        super(parent);
        this.replacing = replacing;
        this.where = where;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    static Optional<Wanted> ask(Shell parent, boolean replacing, String where) {
        StartDialog dialog = new StartDialog(parent, replacing, where);
        return dialog.open() == OK ? Optional.of(dialog.wanted) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(replacing ? "Replace Tracker" : "Start Tracker");
        shell.setData("org.eunomia.id", "org.eunomia.ide.ui.startDialog");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite outer = (Composite) super.createDialogArea(parent);
        Composite area = new Composite(outer, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 10).applyTo(area);
        new Label(area, SWT.NONE).setText("&Source:");
        source = new SourceField(area, this::sourceChanged);
        Group group = new Group(area, SWT.NONE);
        group.setText("Parameters");
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, 150).applyTo(group);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(group);
        params = new ParamsForm(group, this::validate);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(params.control());
        if (!replacing) {
            name = text(area, "&Name:", "name", "that of the package");
            duration = text(area, "Stop a&fter:", "duration", "10s, 2m, 1h; nothing for no end");
        }
        new Label(area, SWT.NONE);
        option = new Button(area, SWT.CHECK);
        option.setData("org.eunomia.id", "option");
        option.setText(replacing ? "&Keep the content of maps that did not change" : "&Persistent: comes back when a daemon starts again");
        setTitle(replacing ? "Replace " + where : "Start on " + where);
        setMessage(replacing ? "The new generation runs before the old one is let go, so nothing is missed." : "It runs until it is stopped, also when Studio is closed, except on Local.");
        return outer;
    }

    private Text text(Composite parent, String label, String id, String message) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, SWT.BORDER);
        text.setData("org.eunomia.id", id);
        text.setMessage(message);
        text.addModifyListener(e -> validate());
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        return text;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.OK_ID, replacing ? "Replace" : "Start", true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        source.suggest();
        validate();
    }

    private void sourceChanged() {
        params.source(source.get());
        validate();
    }

    private void validate() {
        Button ok = getButton(IDialogConstants.OK_ID);
        if (ok == null) return;
        Optional<String> problem = problem();
        setErrorMessage(source.get().isEmpty() ? null : problem.orElse(null));
        ok.setEnabled(problem.isEmpty());
    }

    private Optional<String> problem() {
        if (source.get().isEmpty()) return Optional.of("Choose a source or a package.");
        try {
            if (duration != null) Timespan.parse(duration.getText());
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
        return params.problem();
    }

    @Override
    protected void okPressed() {
        wanted = new Wanted(source.get(), params.values(), name == null ? "" : name.getText().strip(), duration == null ? Duration.ZERO : Timespan.parse(duration.getText()), option.getSelection());
        super.okPressed();
    }

    @Override
    protected Point getInitialSize() {
        return new Point(600, 520);
    }
}
