package org.eunomia.ide.events.internal.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.TreeColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eunomia.core.Event;
import org.eunomia.core.StackFrame;
import org.eunomia.core.view.Column;
import org.eunomia.core.view.Columns;
import org.eunomia.core.view.Symbols;

/** One event in full: its fields as a tree, its bytes, and where in them each field lies. */
public final class DetailsPane {
    /** For tests. */
    public static final String TREE = "org.eunomia.ide.events.details";
    public static final String HEX = "org.eunomia.ide.events.hex";
    private final SashForm form;
    private final TreeViewer tree;
    private final StyledText hex;
    private int length;
    private int shown;

    public DetailsPane(Composite parent) {
        form = new SashForm(parent, SWT.VERTICAL);
        Composite around = new Composite(form, SWT.NONE);
        tree = new TreeViewer(around, SWT.FULL_SELECTION | SWT.BORDER);
        tree.getTree().setHeaderVisible(true);
        tree.getTree().setData("org.eunomia.id", TREE);
        TreeColumnLayout layout = new TreeColumnLayout();
        around.setLayout(layout);
        column(layout, "Field", 3, 110, Detail::name);
        column(layout, "Value", 5, 120, Detail::text);
        column(layout, "Type", 2, 70, d -> d.type().isEmpty() ? d.note() : d.type());
        tree.setContentProvider(new Contents());
        hex = new StyledText(form, SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL | SWT.BORDER);
        hex.setFont(JFaceResources.getTextFont());
        hex.setMargins(4, 4, 4, 4);
        hex.setData("org.eunomia.id", HEX);
        tree.addSelectionChangedListener(e -> mark(e.getStructuredSelection().getFirstElement() instanceof Detail d ? Optional.of(d) : Optional.empty()));
        form.setWeights(3, 2);
    }

    private void column(TreeColumnLayout layout, String title, int weight, int least, Function<Detail, String> text) {
        TreeViewerColumn column = new TreeViewerColumn(tree, SWT.NONE);
        column.getColumn().setText(title);
        column.setLabelProvider(ColumnLabelProvider.createTextProvider(d -> text.apply((Detail) d)));
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, least));
    }

    public SashForm control() {
        return form;
    }

    /** @param symbols asked in a job, when the event has stacks */
    public void show(Optional<Event> event, Supplier<Symbols> symbols) {
        int now = ++shown;
        List<Detail> details = event.map(Details::of).orElse(List.of());
        length = event.map(e -> e.data().length).orElse(0);
        hex.setText(event.map(e -> HexDump.of(e.data())).orElse(""));
        input(details);
        if (event.isEmpty()) return;
        List<Column> stacks = Columns.of(event.get().schema()).list().stream().filter(Column::isStack).toList();
        if (!stacks.isEmpty()) resolve(event.get(), details, stacks, symbols, now);
    }

    private void input(List<Detail> details) {
        tree.setInput(details);
        tree.expandToLevel(3);
    }

    private void resolve(Event event, List<Detail> details, List<Column> stacks, Supplier<Symbols> symbols, int now) {
        Job job = Job.createSystem("Name the frames of a stack", monitor -> {
            Symbols known = symbols.get();
            List<Detail> more = new ArrayList<>(details);
            for (Column c : stacks) {
                List<StackFrame> frames = c.frames(Columns.record(event.data()), known);
                if (frames.isEmpty()) continue;
                List<Detail> inner = frames.stream().map(f -> new Detail(f.symbol().isEmpty() ? String.format("0x%x", f.address()) : f.symbol(), String.format("+0x%x %s", f.offset(), f.module()), "", "", -1, 0, List.of())).toList();
                more.add(new Detail(c.name() + " frames", frames.size() + ", innermost first", "", "", -1, 0, inner));
            }
            form.getDisplay().asyncExec(() -> {
                if (!form.isDisposed() && now == shown) input(more);
            });
        });
        job.schedule();
    }

    private void mark(Optional<Detail> detail) {
        hex.setStyleRanges(new StyleRange[0]);
        if (detail.isEmpty() || detail.get().offset() < 0 || detail.get().length() == 0) return;
        Color mark = new Color(0xd9, 0xa4, 0x41);
        Color ink = new Color(0x20, 0x24, 0x2a);
        int end = Math.min(length, detail.get().offset() + detail.get().length());
        for (int i = detail.get().offset(); i < end; i++) {
            hex.setStyleRange(new StyleRange(HexDump.digitsAt(i), 2, ink, mark));
            hex.setStyleRange(new StyleRange(HexDump.characterAt(i), 1, ink, mark));
        }
        hex.setSelection(HexDump.digitsAt(detail.get().offset()));
    }

    private static final class Contents implements ITreeContentProvider {
        @Override
        public Object[] getElements(Object input) {
            return ((List<?>) input).toArray();
        }

        @Override
        public Object[] getChildren(Object parent) {
            return ((Detail) parent).inner().toArray();
        }

        @Override
        public Object getParent(Object element) {
            return null;
        }

        @Override
        public boolean hasChildren(Object element) {
            return !((Detail) element).inner().isEmpty();
        }
    }
}
