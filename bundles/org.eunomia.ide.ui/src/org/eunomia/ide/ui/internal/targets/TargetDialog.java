package org.eunomia.ide.ui.internal.targets;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eunomia.core.OperationFailedException;
import org.eunomia.ide.core.launch.Failures;
import org.eunomia.ide.core.targets.Endpoints;
import org.eunomia.ide.core.targets.HostInfo;
import org.eunomia.ide.core.targets.Target;
import org.eunomia.ide.core.targets.TargetProbe;
import org.eunomia.ide.core.targets.TargetSecrets;

/** Asks for a daemon's name, address and secrets, and tries them out on wish. */
public final class TargetDialog extends TitleAreaDialog {
    private static final int TEST = IDialogConstants.CLIENT_ID + 1;
    private static final Duration LIMIT = Duration.ofSeconds(15);
    private final Target given;
    private final TargetSecrets kept;
    private Text name;
    private Text address;
    private Text token;
    private PemField authorities;
    private PemField certificate;
    private PemField key;
    private Job test;
    private Target target;
    private TargetSecrets secrets;

    /** @param given to be edited, empty for a new one */
    public TargetDialog(Shell parent, Optional<Target> given, TargetSecrets kept) {
        super(parent);
        this.given = given.orElse(new Target("", "", Target.Kind.REMOTE, ""));
        this.kept = kept;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** What was asked for, once the dialog was closed by OK. Its id is that of the target that was given, or empty. */
    public Target target() {
        return target;
    }

    public TargetSecrets secrets() {
        return secrets;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(given.id().isEmpty() ? "Add Target" : "Edit Target");
        shell.setData("org.eunomia.id", "org.eunomia.ide.ui.targetDialog");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite outer = (Composite) super.createDialogArea(parent);
        Composite area = new Composite(outer, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 10).applyTo(area);
        name = text(area, "&Name:", "name", given.name(), "what to call it here", SWT.BORDER);
        address = text(area, "&Address:", "address", given.endpoint(), "https://host:8527, host, or unix:/path", SWT.BORDER);
        token = text(area, "&Token:", "token", kept.token(), "what the daemon's token file has for you; none on a unix socket", SWT.BORDER | SWT.PASSWORD);
        Group tls = new Group(area, SWT.NONE);
        tls.setText("TLS");
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(0, 6).applyTo(tls);
        GridLayoutFactory.swtDefaults().numColumns(4).applyTo(tls);
        authorities = new PemField(tls, "T&rust:", "certificate of the daemon, or of the authority that signed it; without one those count that Java trusts", "authorities", kept.authorities(), this::validate);
        certificate = new PemField(tls, "&Client certificate:", "to show to a daemon that asks for one", "certificate", kept.certificate(), this::validate);
        key = new PemField(tls, "Client &key:", "of the client certificate: PKCS #8, not encrypted", "key", kept.key(), this::validate);
        Label note = new Label(area, SWT.WRAP);
        note.setText("Token, certificates and key are kept in the secure storage.");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(420, SWT.DEFAULT).applyTo(note);
        setTitle(given.id().isEmpty() ? "A daemon that runs trackers" : given.name());
        setMessage("'eunomia server' starts a daemon on a host and says where its token is.");
        return outer;
    }

    private Text text(Composite parent, String label, String id, String value, String message, int style) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new Text(parent, style);
        text.setData("org.eunomia.id", id);
        text.setMessage(message);
        text.setText(value);
        text.setToolTipText(message);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        text.addModifyListener(e -> validate());
        return text;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        Button button = createButton(parent, TEST, "Te&st Connection", false);
        button.setData("org.eunomia.id", "test");
        super.createButtonsForButtonBar(parent);
        getButton(IDialogConstants.OK_ID).setEnabled(!given.id().isEmpty());
        button.setEnabled(!given.endpoint().isEmpty());
    }

    @Override
    protected void buttonPressed(int id) {
        if (id == TEST) test();
        else super.buttonPressed(id);
    }

    private void validate() {
        if (getButton(IDialogConstants.OK_ID) == null) return;
        String problem = problem();
        setErrorMessage(name.getText().isBlank() && address.getText().isBlank() ? null : problem);
        setMessage(null);
        getButton(IDialogConstants.OK_ID).setEnabled(problem == null);
        getButton(TEST).setEnabled(problem == null && test == null);
    }

    /** Null when all is well. */
    private String problem() {
        try {
            read();
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private void read() {
        URI uri = Endpoints.parse(address.getText());
        if (Endpoints.isInTheClear(uri) && !token.getText().isBlank()) throw new IllegalArgumentException("everybody on the way could read the token: use https://");
        if (certificate.isEmpty() != key.isEmpty()) throw new IllegalArgumentException("a client certificate and its key belong together");
        secrets = new TargetSecrets(token.getText().strip(), authorities.content(), certificate.content(), key.content());
        String called = name.getText().isBlank() ? uri.getHost() == null ? uri.getSchemeSpecificPart() : uri.getHost() : name.getText().strip();
        target = new Target(given.id(), called, Target.Kind.REMOTE, uri.toString());
    }

    private void test() {
        read();
        Target asked = target;
        TargetSecrets shown = secrets;
        Display display = getShell().getDisplay();
        setErrorMessage(null);
        setMessage("Connecting to " + asked.endpoint() + "…");
        getButton(TEST).setEnabled(false);
        test = new ProbeJob(asked, shown, (message, failed) -> display.asyncExec(() -> tested(message, failed)));
        test.schedule();
    }

    private void tested(String message, boolean failed) {
        test = null;
        if (getShell() == null || getShell().isDisposed()) return;
        validate();
        setErrorMessage(failed ? message : null);
        if (!failed) setMessage(message, IMessageProvider.INFORMATION);
    }

    @Override
    protected void okPressed() {
        read();
        super.okPressed();
    }

    @Override
    public boolean close() {
        if (test != null) test.cancel();
        return super.close();
    }

    private interface Outcome {
        void tell(String message, boolean failed);
    }

    private static final class ProbeJob extends Job {
        private final Target target;
        private final TargetSecrets secrets;
        private final Outcome outcome;

        ProbeJob(Target target, TargetSecrets secrets, Outcome outcome) {
            super("Connecting to " + target.endpoint());
            this.target = target;
            this.secrets = secrets;
            this.outcome = outcome;
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            try {
                HostInfo info = TargetProbe.ask(target, secrets, LIMIT);
                outcome.tell("eunomia " + info.version() + " on " + info.host() + ", kernel " + info.kernel() + "; you are " + info.role(), false);
            } catch (OperationFailedException e) {
                outcome.tell(Failures.text(e.failure()), true);
            } catch (InterruptedException e) {
                return Status.CANCEL_STATUS;
            }
            return Status.OK_STATUS;
        }

        @Override
        protected void canceling() {
            Thread thread = getThread();
            if (thread != null) thread.interrupt();
        }
    }
}
