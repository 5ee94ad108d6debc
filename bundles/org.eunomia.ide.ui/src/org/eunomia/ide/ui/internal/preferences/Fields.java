package org.eunomia.ide.ui.internal.preferences;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eunomia.ide.core.preferences.Preference;

/** Makes fields of a page with two columns. Each control has its preference's key for tests to find it by. */
final class Fields {
    private static final String ID = "org.eunomia.id";
    private static final int NOTE_WIDTH = 460;

    private Fields() { }

    private record Simple(Preference preference, Control control, Supplier<String> get, Consumer<String> set) implements Field {
        @Override
        public String value() {
            return get.get();
        }

        @Override
        public void value(String text) {
            set.accept(text);
        }

        @Override
        public void setEnabled(boolean enabled) {
            Field.setEnabled(control, enabled);
        }
    }

    private static <T extends Control> T named(T control, Preference preference) {
        control.setData(ID, preference.key());
        return control;
    }

    static void label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
    }

    /** A smaller text below a field. */
    static Label note(Composite parent, String text) {
        new Label(parent, SWT.NONE);
        Label note = new Label(parent, SWT.WRAP);
        note.setText(text);
        GridDataFactory.fillDefaults().grab(true, false).hint(NOTE_WIDTH, SWT.DEFAULT).applyTo(note);
        return note;
    }

    static Field text(Composite parent, Preference preference, String title, String hint, Runnable changed) {
        label(parent, title);
        Text text = named(new Text(parent, SWT.BORDER), preference);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        text.addModifyListener(e -> changed.run());
        return new Simple(preference, text, () -> text.getText().strip(), text::setText);
    }

    /** With a button that looks for a file. */
    static Field program(Composite parent, Preference preference, String title, String hint, Runnable changed) {
        label(parent, title);
        Composite line = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        Text text = named(new Text(line, SWT.BORDER), preference);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
        text.addModifyListener(e -> changed.run());
        Button browse = new Button(line, SWT.PUSH);
        browse.setText("&Browse…");
        browse.addListener(SWT.Selection, e -> {
            String chosen = new FileDialog(parent.getShell(), SWT.OPEN).open();
            if (chosen != null) text.setText(chosen);
        });
        return new Simple(preference, line, () -> text.getText().strip(), text::setText);
    }

    static Field check(Composite parent, Preference preference, String title, Runnable changed) {
        Button check = named(new Button(parent, SWT.CHECK), preference);
        check.setText(title);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(check);
        check.addListener(SWT.Selection, e -> changed.run());
        return new Simple(preference, check, () -> Boolean.toString(check.getSelection()), text -> check.setSelection(Boolean.parseBoolean(text)));
    }

    /** A choice that is shown by titles and stored by values. A value that is not among them stays what it is until another is chosen. */
    static Field choice(Composite parent, Preference preference, String title, List<String> values, List<String> titles, Runnable changed) {
        label(parent, title);
        Combo combo = named(new Combo(parent, SWT.READ_ONLY), preference);
        combo.setItems(titles.toArray(String[]::new));
        String[] other = {""};
        combo.addListener(SWT.Selection, e -> changed.run());
        return new Simple(preference, combo, () -> combo.getSelectionIndex() < 0 ? other[0] : values.get(combo.getSelectionIndex()), text -> {
            other[0] = text;
            if (values.contains(text)) combo.select(values.indexOf(text));
            else combo.deselectAll();
        });
    }

    /** A text with proposals. */
    static Field proposals(Composite parent, Preference preference, String title, List<String> values, Runnable changed) {
        label(parent, title);
        Combo combo = named(new Combo(parent, SWT.DROP_DOWN), preference);
        combo.setItems(values.toArray(String[]::new));
        GridDataFactory.swtDefaults().hint(220, SWT.DEFAULT).applyTo(combo);
        combo.addModifyListener(e -> changed.run());
        return new Simple(preference, combo, () -> combo.getText().strip(), combo::setText);
    }

    static Field number(Composite parent, Preference preference, String title, int least, int most, int step, Runnable changed) {
        label(parent, title);
        Spinner spinner = named(new Spinner(parent, SWT.BORDER), preference);
        spinner.setValues(least, least, most, 0, step, step * 10);
        spinner.addModifyListener(e -> changed.run());
        return new Simple(preference, spinner, () -> Integer.toString(spinner.getSelection()), text -> spinner.setSelection(Integer.parseInt(text)));
    }
}
