package org.eunomia.ide.ui.internal.targets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A certificate or key that is kept as it was in its file; the field takes the name of a file to keep in its place. A row of a grid of four columns. */
final class PemField {
    private static final String MESSAGE = "PEM file";
    private static final String KEPT = "one is kept; a PEM file replaces it";
    private final Text file;
    private final Button clear;
    private String kept;

    PemField(Composite parent, String label, String tooltip, String id, String kept, Runnable changed) {
        this.kept = kept;
        new Label(parent, SWT.NONE).setText(label);
        file = new Text(parent, SWT.BORDER);
        file.setData("org.eunomia.id", id);
        file.setToolTipText(tooltip);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(file);
        Button browse = new Button(parent, SWT.PUSH);
        browse.setText("Browse…");
        browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            FileDialog dialog = new FileDialog(parent.getShell(), SWT.OPEN);
            dialog.setFilterExtensions(new String[] {"*.pem;*.crt;*.cer;*.key", "*"});
            String chosen = dialog.open();
            if (chosen != null) file.setText(chosen);
        }));
        clear = new Button(parent, SWT.PUSH);
        clear.setText("Clear");
        clear.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> {
            this.kept = "";
            file.setText("");
            update();
            changed.run();
        }));
        file.addModifyListener(e -> {
            update();
            changed.run();
        });
        update();
    }

    private void update() {
        file.setMessage(kept.isEmpty() ? MESSAGE : KEPT);
        clear.setEnabled(!kept.isEmpty() || !file.getText().isEmpty());
    }

    boolean isEmpty() {
        return kept.isEmpty() && file.getText().isBlank();
    }

    /** @throws IllegalArgumentException with a message for the user when the file cannot be read */
    String content() {
        if (file.getText().isBlank()) return kept;
        Path path = Path.of(file.getText().strip());
        try {
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            if (!text.contains("-----BEGIN ")) throw new IllegalArgumentException(path + " is no file in PEM");
            return text;
        } catch (IOException e) {
            throw new IllegalArgumentException(Files.exists(path) ? path + " cannot be read" : "there is no file " + path, e);
        }
    }
}
