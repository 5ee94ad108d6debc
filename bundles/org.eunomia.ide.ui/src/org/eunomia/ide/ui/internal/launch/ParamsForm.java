package org.eunomia.ide.ui.internal.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eunomia.core.spec.Package;
import org.eunomia.core.spec.ParamSpec;
import org.eunomia.ide.core.launch.ParamField;
import org.eunomia.ide.ui.internal.launch.PackageLoader.Result;

/** The params of a package, each with a widget that fits its type. Values of params that are not shown, as while a source does not compile, are kept. */
public final class ParamsForm {
    private final ScrolledComposite scroll;
    private final PackageLoader loader;
    private final Runnable changed;
    private final Map<String, String> values = new HashMap<>();
    private Composite content;
    private List<ParamField> fields = List.of();
    private String failure = "";
    private boolean filling;

    /** @param changed called when a value is another, or the params are */
    public ParamsForm(Composite parent, Runnable changed) {
        this.changed = changed;
        scroll = new ScrolledComposite(parent, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        scroll.setData("org.eunomia.id", "params");
        loader = new PackageLoader(scroll, this::loaded);
        message("Choose a source to see its parameters.");
    }

    public Control control() {
        return scroll;
    }

    /** Shows the params of {@code source} once they are known. */
    public void source(String source) {
        loader.load(source);
    }

    public void values(Map<String, String> all) {
        values.clear();
        values.putAll(all);
        show();
    }

    /** Those that differ from the defaults. */
    public Map<String, String> values() {
        Map<String, String> all = new HashMap<>(values);
        for (ParamField f : fields) if (all.containsKey(f.spec().name()) && f.isDefault(all.get(f.spec().name()))) all.remove(f.spec().name());
        if (!fields.isEmpty()) all.keySet().removeIf(name -> fields.stream().noneMatch(f -> f.spec().name().equals(name)));
        return all;
    }

    /** The first thing that is wrong with a value. */
    public Optional<String> problem() {
        return fields.stream().filter(f -> values.containsKey(f.spec().name())).flatMap(f -> f.problem(values.get(f.spec().name())).stream()).findFirst();
    }

    private void loaded(Result result) {
        Package pack = result.pack();
        failure = result.problem();
        fields = pack == null ? List.of() : pack.params().stream().map(ParamField::of).filter(ParamField::isSettable).toList();
        show();
        changed.run();
    }

    private void show() {
        if (!failure.isEmpty()) message(failure);
        else if (fields.isEmpty()) message("This tracker has no parameters.");
        else rows();
    }

    private Composite renew(int columns) {
        if (content != null) content.dispose();
        content = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(columns).spacing(8, 6).applyTo(content);
        return content;
    }

    private void message(String text) {
        Label label = new Label(renew(1), SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(label);
        finish();
    }

    private void finish() {
        scroll.setContent(content);
        scroll.setMinSize(content.computeSize(300, SWT.DEFAULT));
        content.layout(true, true);
    }

    private void rows() {
        Composite parent = renew(3);
        filling = true;
        for (ParamField f : fields) row(parent, f);
        filling = false;
        finish();
    }

    private void row(Composite parent, ParamField field) {
        ParamSpec spec = field.spec();
        String value = values.getOrDefault(spec.name(), spec.defaultValue());
        List<Control> row = new ArrayList<>();
        Label label = new Label(parent, SWT.NONE);
        label.setText(field.label().replace("&", "&&") + ":");
        row.add(label);
        switch (field.input()) {
            case ParamField.Input.Check c -> row.add(check(parent, spec.name(), value));
            case ParamField.Input.Choice c -> row.add(choice(parent, spec.name(), value, c.names()));
            case ParamField.Input.Text t -> row.add(text(parent, spec.name(), value, t.wanted()));
        }
        Label about = new Label(parent, SWT.NONE);
        about.setText(about(field).replace("&", "&&"));
        about.setEnabled(false);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(160, SWT.DEFAULT).applyTo(about);
        row.add(about);
        row.forEach(c -> c.setToolTipText(field.help()));
    }

    private static String about(ParamField field) {
        return field.spec().description().isEmpty() ? field.spec().type().cName() : field.spec().description();
    }

    private Control check(Composite parent, String name, String value) {
        Button check = new Button(parent, SWT.CHECK);
        check.setData("org.eunomia.id", name);
        check.setSelection(value.equals("true"));
        check.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> put(name, Boolean.toString(check.getSelection()))));
        return check;
    }

    private Control choice(Composite parent, String name, String value, List<String> names) {
        Combo combo = new Combo(parent, SWT.DROP_DOWN | SWT.BORDER);
        combo.setData("org.eunomia.id", name);
        combo.setItems(names.toArray(String[]::new));
        combo.setText(value);
        combo.addModifyListener(e -> put(name, combo.getText()));
        GridDataFactory.fillDefaults().hint(180, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(combo);
        return combo;
    }

    private Control text(Composite parent, String name, String value, String wanted) {
        Text text = new Text(parent, SWT.BORDER);
        text.setData("org.eunomia.id", name);
        text.setText(value);
        text.setMessage(wanted);
        text.addModifyListener(e -> put(name, text.getText()));
        GridDataFactory.fillDefaults().hint(180, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(text);
        return text;
    }

    private void put(String name, String value) {
        if (filling) return;
        values.put(name, value);
        changed.run();
    }
}
