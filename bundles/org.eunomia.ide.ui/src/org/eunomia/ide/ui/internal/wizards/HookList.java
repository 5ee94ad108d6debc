package org.eunomia.ide.ui.internal.wizards;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;
import org.eunomia.core.Hook;
import org.eunomia.core.Hooks;
import org.eunomia.ide.core.hooks.HookAnswer;
import org.eunomia.ide.core.hooks.HookQuery;

/** A field to filter with, what fits, and how many there are. */
final class HookList {
    private static final int NAME = 300;
    private static final int DETAIL = 420;
    private static final int HEIGHT = 190;
    private final Text filter;
    private final TableViewer table;
    private final Label state;
    /** Beside the state: progress, or a button, so that nothing moves when they come and go. */
    private final StackLayout stack = new StackLayout();
    private final Composite side;
    private final ProgressBar busy;
    private final Button again;

    /**
     * @param typed  told when the filter changes
     * @param chosen told what is selected
     * @param retry  asks once more after a failure
     */
    HookList(Composite page, Runnable typed, Consumer<Hook> chosen, Runnable retry) {
        Controls.label(page, "&Filter:");
        filter = Controls.text(page, "filter", SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.addModifyListener(e -> typed.run());
        table = new TableViewer(page, SWT.BORDER | SWT.SINGLE | SWT.FULL_SELECTION);
        Controls.named(table.getTable(), "hooks");
        table.getTable().setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(NAME + DETAIL, HEIGHT).applyTo(table.getTable());
        column("Name", NAME, Hook::name);
        column("Description", DETAIL, HookList::description);
        table.setContentProvider(ArrayContentProvider.getInstance());
        table.addSelectionChangedListener(e -> {
            if (e.getStructuredSelection().getFirstElement() instanceof Hook hook) chosen.accept(hook);
        });
        Composite line = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(line);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(line);
        state = Controls.named(Controls.label(line, ""), "hooks.state");
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(state);
        side = new Composite(line, SWT.NONE);
        side.setLayout(stack);
        busy = new ProgressBar(side, SWT.INDETERMINATE | SWT.SMOOTH);
        again = Controls.named(new Button(side, SWT.PUSH), "hooks.again");
        again.setText("Try a&gain");
        again.addListener(SWT.Selection, e -> retry.run());
    }

    /** @param control null for nothing */
    private void showBeside(Control control) {
        stack.topControl = control;
        side.layout();
    }

    private void column(String title, int width, Function<Hook, String> text) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(title);
        column.getColumn().setWidth(width);
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((Hook) element);
            }
        });
    }

    private static String description(Hook hook) {
        return hook.detail().isEmpty() ? hook.fields().stream().map(Hook.Field::name).collect(Collectors.joining(", ")) : hook.detail();
    }

    String filter() {
        return filter.getText();
    }

    void filter(String text) {
        filter.setText(text);
        filter.setSelection(text.length());
    }

    void focus() {
        filter.setFocus();
    }

    void clear() {
        table.setInput(List.of());
    }

    void asking(HookQuery query) {
        showBeside(busy);
        state.setText("Asking " + query.target().name() + " for " + query.subject() + " …");
    }

    void show(HookAnswer answer) {
        showBeside(answer.failure().isPresent() ? again : null);
        Hooks hooks = answer.hooks();
        table.setInput(hooks.hooks());
        String subject = answer.query().subject();
        if (answer.failure().isPresent()) state.setText("No list of " + subject + " from " + answer.query().target().name());
        else if (hooks.matching() == 0) state.setText(answer.query().target().name() + " has no " + subject + " that fit");
        else if (hooks.matching() > hooks.hooks().size()) state.setText("The first " + hooks.hooks().size() + " of " + hooks.matching() + " " + subject + "; type more to see others");
        else state.setText(answer.query().count(hooks.matching()));
    }
}
