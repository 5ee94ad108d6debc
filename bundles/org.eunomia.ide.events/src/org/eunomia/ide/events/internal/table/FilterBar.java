package org.eunomia.ide.events.internal.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.jface.fieldassist.ComboContentAdapter;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eunomia.ide.events.internal.model.ColumnModel;
import org.eunomia.ide.events.internal.model.EventColumn;
import org.eunomia.ide.events.internal.model.filter.Filter;
import org.eunomia.ide.events.internal.model.filter.FilterException;
import org.eunomia.ide.events.internal.model.filter.FilterProblem;

/** Where a filter is written. It is applied while it is typed, as soon as it makes sense; Enter keeps it in the history. */
final class FilterBar {
    /** For tests. */
    static final String ID = "org.eunomia.ide.events.filter";
    private static final int PAUSE_MS = 250;
    private static final int HISTORY = 30;
    private final Composite bar;
    private final Combo text;
    private final Label problem;
    private final Consumer<Filter> apply;
    private ColumnModel columns = ColumnModel.EMPTY;
    private int typed;

    FilterBar(Composite parent, List<String> history, Consumer<Filter> apply) {
        this.apply = apply;
        bar = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginHeight = 2;
        layout.marginWidth = 4;
        bar.setLayout(layout);
        new Label(bar, SWT.NONE).setText("Filter:");
        text = new Combo(bar, SWT.DROP_DOWN);
        text.setData("org.eunomia.id", ID);
        text.setItems(history.toArray(String[]::new));
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.setToolTipText("pid == 42 && filename ~ \"/etc\"\nWords alone are looked for in all columns.\nOperators: == != < <= > >= ~ !~ && || ! ( )\nCtrl+Space proposes columns.");
        problem = new Label(bar, SWT.NONE);
        GridData right = new GridData(SWT.RIGHT, SWT.CENTER, false, false);
        right.exclude = true;
        problem.setLayoutData(right);
        text.addModifyListener(e -> later());
        text.addKeyListener(KeyListener.keyPressedAdapter(e -> {
            if (e.keyCode == SWT.CR || e.keyCode == SWT.KEYPAD_CR) {
                applyNow();
                remember();
            }
            if (e.keyCode == SWT.ESC) text.setText("");
        }));
        propose();
    }

    private void propose() {
        try {
            ContentProposalAdapter adapter = new ContentProposalAdapter(text, new ComboContentAdapter(), this::proposals, KeyStroke.getInstance("Ctrl+Space"), null);
            adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_INSERT);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private IContentProposal[] proposals(String contents, int position) {
        int from = position;
        while (from > 0 && (Character.isLetterOrDigit(contents.charAt(from - 1)) || "_.".indexOf(contents.charAt(from - 1)) >= 0)) from--;
        String begun = contents.substring(from, position);
        List<IContentProposal> found = new ArrayList<>();
        for (EventColumn c : columns.columns()) {
            if (c.title().startsWith(begun)) found.add(new ContentProposal(c.title().substring(begun.length()), c.title(), c.description()));
        }
        return found.toArray(IContentProposal[]::new);
    }

    private void later() {
        int now = ++typed;
        text.getDisplay().timerExec(PAUSE_MS, () -> {
            if (!text.isDisposed() && now == typed) applyNow();
        });
    }

    private void applyNow() {
        typed++;
        try {
            Filter filter = Filter.parse(text.getText());
            filter.bind(columns);
            tell(Optional.empty());
            apply.accept(filter);
        } catch (FilterException e) {
            tell(Optional.of(e.problem()));
        }
    }

    /** Shows why a filter is not applied. */
    void tell(Optional<FilterProblem> wrong) {
        String message = wrong.map(FilterProblem::message).orElse("");
        if (message.equals(problem.getText())) return;
        problem.setText(message);
        problem.setToolTipText(message);
        problem.setForeground(Tint.red(bar));
        ((GridData) problem.getLayoutData()).exclude = message.isEmpty();
        problem.setVisible(!message.isEmpty());
        bar.layout(true);
    }

    private void remember() {
        String filter = text.getText().strip();
        if (filter.isEmpty()) return;
        List<String> items = new ArrayList<>(List.of(text.getItems()));
        items.remove(filter);
        items.addFirst(filter);
        text.setItems(items.subList(0, Math.min(HISTORY, items.size())).toArray(String[]::new));
        text.setText(filter);
        text.setSelection(new Point(filter.length(), filter.length()));
    }

    List<String> history() {
        return List.of(text.getItems());
    }

    void columns(ColumnModel present) {
        columns = present;
    }

    String filter() {
        return text.getText();
    }

    void set(String filter) {
        text.setText(filter);
        applyNow();
        remember();
    }

    void focus() {
        text.setFocus();
    }

    Composite control() {
        return bar;
    }
}
