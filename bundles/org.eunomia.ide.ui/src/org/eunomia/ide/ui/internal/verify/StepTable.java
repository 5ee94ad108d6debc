package org.eunomia.ide.ui.internal.verify;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLayoutData;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eunomia.ide.core.verify.RegisterState;
import org.eunomia.ide.core.verify.Step;
import org.eunomia.ide.core.verify.Verification;

/** The instructions, each with its C line and what the verifier found. */
final class StepTable {
    /** The last steps before a refusal are those that tell. No virtual table: on GTK, removing its rows makes items of rows that are gone, which a change of the theme then falls over. */
    private static final int MOST = 5000;

    private final Table table;
    private List<Step> steps = List.of();

    StepTable(Composite parent, Consumer<Step> selected, Consumer<Step> opened) {
        Composite area = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        area.setLayout(layout);
        table = new Table(area, SWT.FULL_SELECTION | SWT.SINGLE | SWT.BORDER);
        table.setHeaderVisible(true);
        table.setFont(JFaceResources.getTextFont());
        table.setData("org.eunomia.id", "verifier.steps");
        column(layout, "Line", SWT.RIGHT, new ColumnPixelData(48));
        column(layout, "C", SWT.LEFT, new ColumnWeightData(30, 170));
        column(layout, "Insn", SWT.RIGHT, new ColumnPixelData(48));
        column(layout, "Instruction", SWT.LEFT, new ColumnWeightData(26, 170));
        column(layout, "What the verifier found", SWT.LEFT, new ColumnWeightData(44, 230));
        table.addListener(SWT.Selection, e -> at(table.getSelectionIndex(), selected));
        table.addListener(SWT.DefaultSelection, e -> at(table.getSelectionIndex(), opened));
    }

    private void column(TableColumnLayout layout, String title, int style, ColumnLayoutData width) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        layout.setColumnData(column, width);
    }

    private void at(int index, Consumer<Step> action) {
        if (index >= 0 && index < steps.size()) action.accept(steps.get(index));
    }

    void show(Verification shown, List<Step> wanted) {
        int left = Math.max(0, wanted.size() - MOST);
        steps = wanted.subList(left, wanted.size());
        table.getColumn(1).setText(left == 0 ? "C" : "C (" + left + " steps before are in the log)");
        Optional<Step> failing = Optional.ofNullable(shown).flatMap(v -> v.log().failing());
        table.setRedraw(false);
        table.removeAll();
        for (int i = 0; i < steps.size(); i++) {
            int instruction = steps.get(i).index();
            fill(new TableItem(table, SWT.NONE), i, failing.filter(f -> f.index() == instruction).map(f -> shown.reason()));
        }
        table.setRedraw(true);
    }

    List<Step> steps() {
        return steps;
    }

    /** @param refused why, if it is the one that was refused */
    private void fill(TableItem item, int index, Optional<String> refused) {
        Step step = steps.get(index);
        // A C line is written once for all of its instructions.
        boolean again = index > 0 && steps.get(index - 1).source().equals(step.source());
        String line = again || step.source().line() == 0 ? "" : Integer.toString(step.source().line());
        item.setText(new String[] {line, again ? "" : step.source().text(), Integer.toString(step.instruction()), step.mnemonic(), refused.orElseGet(() -> found(step))});
        item.setForeground(refused.isPresent() ? JFaceResources.getColorRegistry().get(JFacePreferences.ERROR_COLOR) : null);
    }

    /** Without the frame pointer, which never changes. */
    private static String found(Step step) {
        RegisterState changes = step.changes();
        StringBuilder text = new StringBuilder();
        for (String register : changes.values().keySet()) {
            if (register.equals("R10")) continue;
            text.append(text.isEmpty() ? "" : "; ").append(register).append(": ").append(changes.inWords(register));
        }
        return text.toString();
    }

    void select(Step step) {
        int index = steps.indexOf(step);
        if (index < 0 || index == table.getSelectionIndex()) return;
        table.setSelection(index);
        table.showSelection();
    }

    void setFocus() {
        table.setFocus();
    }
}
