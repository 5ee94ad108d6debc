package org.eunomia.ide.ui.internal.verify;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eunomia.ide.core.verify.SourceLine;
import org.eunomia.ide.core.verify.Step;
import org.eunomia.ide.core.verify.Verification;

/** The verdict in a line, and what can be done in a second. */
final class Summary {
    private final Composite root;
    private final Label icon;
    private final Label head;
    private final Label hint;
    private final LocalResourceManager images;

    Summary(Composite parent) {
        root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(6, 4).spacing(6, 2).applyTo(root);
        images = new LocalResourceManager(JFaceResources.getResources(), root);
        icon = new Label(root, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).hint(16, 16).applyTo(icon);
        head = new Label(root, SWT.WRAP);
        head.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        head.setData("org.eunomia.id", "verifier.summary");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        new Label(root, SWT.NONE);
        hint = new Label(root, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(hint);
    }

    Control control() {
        return root;
    }

    boolean isSet() {
        return !head.getText().isEmpty();
    }

    void show(Verification v) {
        if (v == null) {
            set(null, "Nothing has been verified yet", "Save a .bpf.c file: when it compiles, the kernel of the project's target is asked whether it would load it.");
            return;
        }
        String name = v.source().getName();
        switch (v.outcome()) {
            case ACCEPTED -> set(Icons.ACCEPTED, v.target().name() + " accepts " + name, accepted(v));
            case REFUSED -> set(Icons.REFUSED, v.target().name() + " refuses " + (v.program().isEmpty() ? name : v.program() + " of " + name) + place(v) + ": " + v.reason(), v.failure().hint());
            case UNKNOWN -> set(Icons.UNKNOWN, v.target().name() + " cannot be asked about " + name + ": " + v.reason(), v.failure().hint());
        }
    }

    private static String accepted(Verification v) {
        StringBuilder text = new StringBuilder();
        v.programs().forEach(p -> text.append(text.isEmpty() ? "" : ", ").append(p.program()).append(p.instructions() > 0 ? " (" + String.format("%,d", p.instructions()) + " instructions verified)" : ""));
        return text.toString();
    }

    private static String place(Verification v) {
        SourceLine line = v.log().failing().map(Step::source).orElse(SourceLine.NONE);
        return line.line() > 0 ? " in line " + line.line() : "";
    }

    private void set(org.eclipse.jface.resource.ImageDescriptor image, String headline, String advice) {
        icon.setImage(image == null ? null : images.create(image));
        head.setText(headline.replace("&", "&&"));
        hint.setText(sentence(advice).replace("&", "&&"));
        ((org.eclipse.swt.layout.GridData) hint.getLayoutData()).exclude = advice.isEmpty();
        hint.setVisible(!advice.isEmpty());
        root.requestLayout();
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
