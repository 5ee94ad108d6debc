package org.eunomia.studio.internal;

import java.net.URL;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.events.HyperlinkAdapter;
import org.eclipse.ui.forms.events.HyperlinkEvent;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IntroPart;

/** What a newcomer sees first: three steps, each with the action that takes it. */
public final class WelcomePart extends IntroPart {
    private static final int TEXT_WIDTH = 620;
    private static final int ICON_SIZE = 48;

    private FormToolkit toolkit;
    private LocalResourceManager images;

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        images = new LocalResourceManager(JFaceResources.getResources(), parent);
        ScrolledForm form = toolkit.createScrolledForm(parent);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(48, 36).spacing(20, 26).applyTo(form.getBody());

        icon(form.getBody(), "studio");
        text(form.getBody(), "Welcome to Eunomia Studio", "Write an eBPF tracker, try it on a real kernel and watch what it sees, in one window.", null, null);
        icon(form.getBody(), "step-write");
        text(form.getBody(), "1. Make a tracker", "Choose a template and one of the places that your kernel really has to attach to. "
                + "Each save compiles the source and asks the kernel's verifier; what they refuse is marked at its line.", "New eBPF tracker\u2026", command("org.eunomia.ide.ui.newTracker"));
        icon(form.getBody(), "step-run");
        text(form.getBody(), "2. Run it and watch", "Run (Ctrl+F11) starts the tracker and shows its events in typed columns. Run it again after a change: "
                + "the new one takes over without a gap. The example shows each file that is opened on this machine.", "Open the example opensnoop", ExampleJob::open);
        icon(form.getBody(), "step-hosts");
        text(form.getBody(), "3. Send it to other hosts", "A host that runs \u201ceunomia server\u201d needs neither compiler nor headers. "
                + "Add it as a target with its address and token, and start the same tracker on as many of them as you like.", "Add a target\u2026", command("org.eunomia.ide.ui.targets.add"));
        form.reflow(true);
    }

    private void icon(Composite parent, String name) {
        Label label = toolkit.createLabel(parent, "");
        URL url = WelcomePart.class.getResource("/icons/" + name + ".svg");
        label.setImage(images.create(ImageDescriptor.createFromImageDataProvider(zoom -> ImageDescriptor.createFromURL(url).getImageData(zoom))));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).hint(ICON_SIZE, ICON_SIZE).applyTo(label);
    }

    private void text(Composite parent, String title, String body, String action, Runnable act) {
        Composite column = toolkit.createComposite(parent);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(column);
        GridDataFactory.fillDefaults().hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(column);
        Label head = toolkit.createLabel(column, title);
        head.setFont(JFaceResources.getFont(action == null ? JFaceResources.HEADER_FONT : JFaceResources.BANNER_FONT));
        GridDataFactory.fillDefaults().hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(toolkit.createLabel(column, body, SWT.WRAP));
        if (action == null) return;
        Hyperlink link = toolkit.createHyperlink(column, action, SWT.NONE);
        link.addHyperlinkListener(new HyperlinkAdapter() {
            @Override
            public void linkActivated(HyperlinkEvent e) {
                PlatformUI.getWorkbench().getIntroManager().closeIntro(WelcomePart.this);
                act.run();
            }
        });
    }

    private static Runnable command(String id) {
        return () -> {
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
            } catch (org.eclipse.core.commands.common.CommandException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Override
    public void standbyStateChanged(boolean standby) {
    }

    @Override
    public void setFocus() {
    }

    @Override
    public void dispose() {
        if (toolkit != null) toolkit.dispose();
        super.dispose();
    }
}
