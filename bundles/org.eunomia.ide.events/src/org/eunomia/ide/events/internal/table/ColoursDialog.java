package org.eunomia.ide.events.internal.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eunomia.ide.events.internal.model.ColourRule;
import org.eunomia.ide.events.internal.model.ColourRule.Colour;

/** Edits the rules that mark rows. */
final class ColoursDialog extends Dialog {
    private static final String[] NAMES = Arrays.stream(Colour.values()).map(c -> c.name().charAt(0) + c.name().substring(1).toLowerCase(Locale.ROOT)).toArray(String[]::new);
    private final List<ColourRule> rules;
    private OrderedTable rows;
    private Table table;
    private Combo colour;
    private Text filter;
    private Label problem;

    ColoursDialog(Shell shell, List<ColourRule> rules) {
        super(shell);
        this.rules = new ArrayList<>(rules);
    }

    List<ColourRule> rules() {
        return rules;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText("Colours of Events");
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        rows = new OrderedTable(area, "Rows are marked by the first rule whose filter lets them through:", 480, 180);
        table = rows.control();
        rows.column("Colour", 110);
        rows.column("Filter", 350);
        rules.forEach(this::add);
        buttons();
        editor(area);
        table.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> selected()));
        if (table.getItemCount() > 0) table.select(0);
        selected();
        return area;
    }

    private void add(ColourRule rule) {
        rows.add(rule.enabled(), NAMES[rule.colour().ordinal()], rule.filter());
    }

    private ColourRule read(TableItem item) {
        return new ColourRule(item.getChecked(), Colour.values()[List.of(NAMES).indexOf(item.getText(0))], item.getText(1));
    }

    private void buttons() {
        rows.button("Add", () -> {
            add(new ColourRule(true, Colour.AMBER, ""));
            table.select(table.getItemCount() - 1);
            selected();
            filter.setFocus();
        });
        rows.button("Remove", () -> {
            if (table.getSelectionIndex() >= 0) table.remove(table.getSelectionIndex());
            selected();
        });
        rows.button("Up", () -> move(-1));
        rows.button("Down", () -> move(1));
    }

    private void editor(Composite area) {
        Composite line = new Composite(area, SWT.NONE);
        line.setLayout(new GridLayout(4, false));
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        new Label(line, SWT.NONE).setText("Colour:");
        colour = new Combo(line, SWT.READ_ONLY);
        colour.setItems(NAMES);
        new Label(line, SWT.NONE).setText("Filter:");
        filter = new Text(line, SWT.BORDER);
        filter.setMessage("ret < 0");
        filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        problem = new Label(line, SWT.NONE);
        problem.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 4, 1));
        colour.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> edited()));
        filter.addModifyListener(e -> edited());
    }

    private void selected() {
        int index = table.getSelectionIndex();
        colour.setEnabled(index >= 0);
        filter.setEnabled(index >= 0);
        if (index < 0) return;
        ColourRule rule = read(table.getItem(index));
        colour.select(rule.colour().ordinal());
        filter.setText(rule.filter());
    }

    private void edited() {
        int index = table.getSelectionIndex();
        if (index < 0 || colour.getSelectionIndex() < 0) return;
        ColourRule rule = new ColourRule(table.getItem(index).getChecked(), Colour.values()[colour.getSelectionIndex()], filter.getText());
        OrderedTable.write(table.getItem(index), rule.enabled(), NAMES[rule.colour().ordinal()], rule.filter());
        Optional<String> wrong = rule.problem();
        problem.setText(wrong.orElse(""));
        problem.setForeground(Tint.red(problem));
    }

    private void move(int by) {
        rows.move(by);
        selected();
    }

    @Override
    protected void okPressed() {
        rules.clear();
        for (TableItem item : table.getItems()) if (!item.getText(1).isBlank()) rules.add(read(item));
        super.okPressed();
    }
}
