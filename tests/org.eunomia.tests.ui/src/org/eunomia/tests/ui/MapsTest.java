package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eunomia.tests.ui.kit.Input;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Widgets;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.TrackerView;
import org.eunomia.tests.ui.pages.WatchedTracker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Workbench.class)
class MapsTest {
    private static final String MAPS = "org.eunomia.ide.events.maps";
    private static final String LIMITS = """
            #include "vmlinux.h"
            #include <bpf/bpf_helpers.h>

            char LICENSE[] SEC("license") = "GPL";

            struct limit {
            	u64 bytes;    /* that a process may write */
            	bool enforced; /* or only counted */
            };

            struct {
            	__uint(type, BPF_MAP_TYPE_HASH);
            	__uint(max_entries, 64);
            	__type(key, u32);
            	__type(value, struct limit);
            } limits SEC(".maps");

            SEC("tracepoint/syscalls/sys_enter_write")
            int handle(void *ctx)
            {
            	u32 pid = bpf_get_current_pid_tgid() >> 32;
            	struct limit *limit = bpf_map_lookup_elem(&limits, &pid);

            	return limit && limit->enforced;
            }
            """;

    @Test
    void showsWhatAMapCounts() throws Exception {
        try (WatchedTracker syscount = WatchedTracker.example("syscount", Map.of())) {
            TrackerView view = new TrackerView(MAPS);
            Table table = view.widget(Table.class, "entries");
            Ui.await("rows", () -> table.getItemCount() > 5);
            Ui.run(() -> assertEquals("comm", table.getColumn(0).getText()));
            Screenshots.take("maps");
            Text filter = view.widget(Text.class, "filter");
            Ui.run(() -> filter.setText("java"));
            Ui.await("only rows with java", () -> table.getItemCount() > 0 && table.getItem(0).getText(0).toLowerCase().contains("java"));
            Screenshots.take("maps-filter");
            Ui.run(() -> filter.setText(""));
        }
    }

    @Test
    void addsChangesAndRemovesEntries(@TempDir Path folder) throws Exception {
        try (WatchedTracker tracker = WatchedTracker.text(folder, "limits", LIMITS)) {
            TrackerView view = new TrackerView(MAPS);
            Table table = view.widget(Table.class, "entries");
            Input.click(Widgets.enabledButton(view.root(), "Add…"));
            Shell dialog = Widgets.shell("Add Entry");
            fill(dialog, "key.", "4242");
            fill(dialog, "value.bytes", "x");
            Ui.await("a refusal", () -> !Widgets.below(dialog, org.eclipse.swt.widgets.Button.class).stream().filter(b -> b.getText().equals("OK")).findFirst().orElseThrow().isEnabled());
            Screenshots.take("maps-add");
            fill(dialog, "value.bytes", "0x10");
            fill(dialog, "value.enforced", "true");
            Input.click(Widgets.enabledButton(dialog, "OK"));
            Widgets.awaitClosed(dialog);
            Ui.await("the entry", () -> table.getItemCount() == 1 && table.getItem(0).getText(1).equals("16"));
            assertEquals(16, ByteBuffer.wrap(tracker.service().lookup(tracker.session().id(), "limits", key(4242)).orElseThrow()).order(ByteOrder.nativeOrder()).getLong());
            Input.click(Widgets.tableItem(table, "4242"));
            Input.click(Widgets.enabledButton(view.root(), "Edit…"));
            Shell edit = Widgets.shell("Edit Entry");
            fill(edit, "value.bytes", "99");
            Screenshots.take("maps-edit");
            Input.click(Widgets.enabledButton(edit, "OK"));
            Ui.await("the new value", () -> table.getItemCount() == 1 && table.getItem(0).getText(1).equals("99"));
            Input.click(Widgets.tableItem(table, "4242"));
            Input.press("Delete");
            Ui.await("no entry", () -> table.getItemCount() == 0);
            assertEquals(0, tracker.service().entries(tracker.session().id(), "limits").size());
        }
    }

    private static byte[] key(int pid) {
        return ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(pid).array();
    }

    private static void fill(Shell dialog, String id, String text) {
        Text field = Widgets.named(dialog, Text.class, id);
        Ui.run(() -> field.setText(text));
    }
}
