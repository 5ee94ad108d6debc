package org.eunomia.ide.ui.internal.wizards;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Makes what pages are made of. */
final class Controls {
    /** Under which tests find a widget. */
    private static final String ID = "org.eunomia.id";

    private Controls() { }

    static <T extends Control> T named(T control, String id) {
        control.setData(ID, id);
        return control;
    }

    static Composite page(Composite parent, int columns) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(columns).applyTo(page);
        return page;
    }

    static Label label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        return label;
    }

    /** Over all columns. */
    static Label heading(Composite parent, String text, int columns) {
        Label label = label(parent, text);
        GridDataFactory.fillDefaults().grab(true, false).span(columns, 1).applyTo(label);
        return label;
    }

    static Text text(Composite parent, String id, int style) {
        Text text = named(new Text(parent, SWT.BORDER | style), id);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        return text;
    }
}
