package org.eunomia.ide.events.internal.maps;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eunomia.core.Failure;
import org.eunomia.core.MapEntry;
import org.eunomia.core.OperationFailedException;
import org.eunomia.core.spec.MapSpec;

/** Asks for key and value of an entry, a field for each member. What does not fit the map's types is told at once. */
final class EntryDialog extends TitleAreaDialog {
    private final MapSpec map;
    private final boolean isNew;
    private final EntryFields key;
    private final EntryFields value;
    private final List<Text> keyTexts = new ArrayList<>();
    private final List<Text> valueTexts = new ArrayList<>();
    private MapEntry entry;

    /** @param start what the fields hold at first; its key stays unless the entry is new */
    EntryDialog(Shell parent, MapSpec map, MapEntry start, boolean isNew) {
        super(parent);
        this.map = map;
        this.isNew = isNew;
        key = EntryFields.key(map, start.key());
        value = EntryFields.value(map, start.value());
        setShellStyle(getShellStyle() | SWT.RESIZE);
        setHelpAvailable(false);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(isNew ? "Add Entry" : "Edit Entry");
    }

    @Override
    protected Composite createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle((isNew ? "New entry of map " : "Entry of map ") + map.name());
        setMessage(map.type() + ", " + type(map.keyType().map(t -> t.cName())) + " to " + type(map.valueType().map(t -> t.cName())) + (map.type().contains("percpu") ? " for each CPU" : ""));
        ScrolledComposite scroll = new ScrolledComposite(area, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(460, Math.min(420, 110 + 40 * (key.fields().size() + value.fields().size()))).applyTo(scroll);
        Composite content = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(10, 10).applyTo(content);
        group(content, "Key", "key", key, isNew, keyTexts);
        group(content, "Value", "value", value, true, valueTexts);
        scroll.setContent(content);
        scroll.setMinSize(content.computeSize(440, SWT.DEFAULT));
        (isNew ? keyTexts : valueTexts).stream().findFirst().ifPresent(t -> {
            t.setFocus();
            t.selectAll();
        });
        return area;
    }

    private static String type(java.util.Optional<String> name) {
        return name.orElse("bytes");
    }

    private void group(Composite parent, String title, String id, EntryFields fields, boolean editable, List<Text> texts) {
        Group group = new Group(parent, SWT.NONE);
        group.setText(title);
        GridLayoutFactory.swtDefaults().numColumns(2).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        for (EntryFields.Field f : fields.fields()) {
            new Label(group, SWT.NONE).setText(f.name().isEmpty() ? f.kind() : f.name());
            Text text = new Text(group, SWT.BORDER | (editable ? SWT.NONE : SWT.READ_ONLY));
            text.setText(f.text());
            text.setToolTipText(f.kind());
            text.setData("org.eunomia.id", id + "." + f.name());
            GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(text);
            text.addListener(SWT.Modify, e -> check());
            texts.add(text);
        }
    }

    private void check() {
        String problem = null;
        try {
            entry = new MapEntry(key.toKey(map, texts(keyTexts)), value.toValue(map, texts(valueTexts)));
        } catch (OperationFailedException e) {
            problem = e.failure() instanceof Failure.RequestInvalid wrong ? wrong.place() + (wrong.problem().startsWith("/") ? "" : ": ") + wrong.problem() : e.failure().summary();
        } catch (IllegalArgumentException e) {
            problem = e.getMessage();
        }
        setErrorMessage(problem);
        getButton(IDialogConstants.OK_ID).setEnabled(problem == null);
    }

    private static List<String> texts(List<Text> fields) {
        return fields.stream().map(Text::getText).toList();
    }

    @Override
    protected void okPressed() {
        check();
        if (getButton(IDialogConstants.OK_ID).isEnabled()) super.okPressed();
    }

    /** What was entered, after OK. */
    MapEntry entry() {
        return entry;
    }
}
