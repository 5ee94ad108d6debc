package org.eunomia.ide.ui.internal.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.ui.AbstractLaunchConfigurationTab;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eunomia.core.watch.WatchOptions;
import org.eunomia.ide.core.launch.Timespan;
import org.eunomia.ide.core.launch.TrackerLaunch;
import org.eunomia.ide.core.launch.TrackerSource;

/** What is run, where, with which params and for how long. */
public final class TrackerTab extends AbstractLaunchConfigurationTab {
    private static final String[] FORMATS = {"as text", "as JSON lines", "as CSV"};
    private SourceField source;
    private TargetList targets;
    private ParamsForm params;
    private Text duration;
    private Button carry;
    private Combo format;
    private Image image;
    /** Made without a source, so that the one that is chosen names it. */
    private boolean unnamed;

    @Override
    public void createControl(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).spacing(8, 8).applyTo(area);
        label(area, "&Source:");
        source = new SourceField(area, this::sourceChanged);
        label(area, "Tar&gets:");
        targets = new TargetList(area, this::updateLaunchConfigurationDialog);
        Group group = new Group(area, SWT.NONE);
        group.setText("Parameters");
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, 130).applyTo(group);
        GridLayoutFactory.fillDefaults().margins(4, 4).applyTo(group);
        params = new ParamsForm(group, this::updateLaunchConfigurationDialog);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(params.control());
        label(area, "Stop a&fter:");
        Composite last = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(10, 0).applyTo(last);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(last);
        duration = new Text(last, SWT.BORDER);
        duration.setData("org.eunomia.id", "duration");
        duration.setMessage("10s, 2m, 1h; nothing for no end");
        duration.addModifyListener(e -> updateLaunchConfigurationDialog());
        GridDataFactory.swtDefaults().hint(190, SWT.DEFAULT).applyTo(duration);
        new Label(last, SWT.NONE).setText("C&onsole:");
        format = new Combo(last, SWT.READ_ONLY | SWT.DROP_DOWN);
        format.setData("org.eunomia.id", "format");
        format.setItems(FORMATS);
        format.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> updateLaunchConfigurationDialog()));
        carry = new Button(last, SWT.CHECK);
        carry.setData("org.eunomia.id", "carryMaps");
        carry.setText("&Keep maps when run again");
        carry.setToolTipText("a tracker that is replaced goes on with the content of the maps that did not change");
        carry.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> updateLaunchConfigurationDialog()));
        setControl(area);
    }

    private static void label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(label);
    }

    private void sourceChanged() {
        if (unnamed && !source.get().isEmpty()) getLaunchConfigurationDialog().setName(getLaunchConfigurationDialog().generateName(TrackerSource.name(source.get())));
        params.source(source.get());
        updateLaunchConfigurationDialog();
    }

    /** On what is selected or edited, if that can be run. */
    @Override
    public void setDefaults(ILaunchConfigurationWorkingCopy configuration) {
        IResource context = DebugUITools.getSelectedResource();
        String path = context != null && TrackerSource.isRunnable(context) ? context.getFullPath().toString() : "";
        TrackerLaunch.of(path).write(configuration);
        if (!path.isEmpty()) configuration.rename(getLaunchConfigurationDialog().generateName(TrackerSource.name(path)));
    }

    @Override
    public void initializeFrom(ILaunchConfiguration configuration) {
        try {
            TrackerLaunch launch = TrackerLaunch.read(configuration);
            params.values(launch.params());
            targets.set(launch.targets());
            duration.setText(launch.duration());
            carry.setSelection(launch.carryMaps());
            format.select(launch.format().ordinal());
            unnamed = launch.source().isEmpty();
            source.set(launch.source());
            if (launch.source().isEmpty()) source.suggest();
            params.source(source.get());
        } catch (CoreException e) {
            ILog.of(getClass()).error("cannot read a launch configuration", e);
        }
    }

    @Override
    public void performApply(ILaunchConfigurationWorkingCopy configuration) {
        WatchOptions.Format chosen = WatchOptions.Format.values()[Math.max(0, format.getSelectionIndex())];
        new TrackerLaunch(source.get(), targets.get(), params.values(), duration.getText().strip(), carry.getSelection(), chosen).write(configuration);
    }

    @Override
    public boolean isValid(ILaunchConfiguration configuration) {
        String problem = problem();
        setErrorMessage(problem);
        return problem == null;
    }

    /** Null when it can be run. */
    private String problem() {
        List<String> chosen = targets.get();
        if (source.get().isEmpty()) return "Choose a project, a source or a package.";
        if (TrackerSource.resource(source.get()).isEmpty() && !Files.isRegularFile(Path.of(source.get()))) return "There is no " + source.get() + ".";
        if (chosen.isEmpty()) return "Choose a target.";
        try {
            Timespan.parse(duration.getText());
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        return params.problem().orElse(null);
    }

    @Override
    public String getName() {
        return "Tracker";
    }

    @Override
    public String getMessage() {
        return "Run again while it runs replaces it without a gap.";
    }

    @Override
    public Image getImage() {
        if (image == null) image = ResourceLocator.imageDescriptorFromBundle("org.eunomia.ide.ui", "icons/tracker.svg").orElseThrow().createImage();
        return image;
    }

    @Override
    public void dispose() {
        if (image != null) image.dispose();
        super.dispose();
    }
}
