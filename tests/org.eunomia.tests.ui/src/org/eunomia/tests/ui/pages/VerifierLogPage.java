package org.eunomia.tests.ui.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;

/** The view of the verifier's log. */
public final class VerifierLogPage {
    private static final int INSTRUCTION = 3;

    private final Composite view;

    private VerifierLogPage(Composite view) {
        this.view = view;
    }

    public static VerifierLogPage show() {
        return new VerifierLogPage(Workbench.view("org.eunomia.ide.ui.verifierLog"));
    }

    private <T extends Control> T part(Class<T> type, String id) {
        return Widgets.named(view, type, id);
    }

    public void awaitSummary(String text) {
        Label label = part(Label.class, "verifier.summary");
        Ui.await("the summary " + text, () -> label.getText().equals(text));
    }

    public String selectedInstruction() {
        return Ui.get(this::selectedInstructionNow);
    }

    /** In the workbench's thread. */
    public String selectedInstructionNow() {
        return Widgets.below(view, Table.class).stream().filter(t -> Widgets.isNamed(t, "verifier.steps")).flatMap(t -> Arrays.stream(t.getSelection())).findFirst()
                .map(i -> i.getText(INSTRUCTION)).orElse("");
    }

    public void selectInstruction(String text) {
        Table table = part(Table.class, "verifier.steps");
        TableItem item = Ui.awaitPresent("the instruction " + text, () -> {
            for (int i = 0; i < table.getItemCount(); i++) if (table.getItem(i).getText(INSTRUCTION).equals(text)) return Optional.of(table.getItem(i));
            return Optional.empty();
        });
        Ui.run(() -> table.showItem(item));
        Input.click(item);
        Ui.await("the selection of " + text, () -> selectedInstructionNow().equals(text));
    }

    public List<String> registers() {
        Table table = part(Table.class, "verifier.registers");
        return Ui.get(() -> Arrays.stream(table.getItems()).map(i -> i.getText(0) + " " + i.getText(1)).toList());
    }

    /** The line of the log that has a background of its own. */
    public String markedLogLine() {
        StyledText text = part(StyledText.class, "verifier.log");
        return Ui.get(() -> {
            for (int i = 0; i < text.getLineCount(); i++) if (text.getLineBackground(i) != null && !text.getLineBackground(i).equals(text.getBackground())) return text.getLine(i);
            return "";
        });
    }

    public void selectLogLine(String part) {
        StyledText text = part(StyledText.class, "verifier.log");
        Ui.run(() -> {
            int offset = text.getText().indexOf(part);
            text.setFocus();
            text.setCaretOffset(offset);
            text.notifyListeners(SWT.Selection, new Event());
        });
    }
}
