package org.eunomia.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.ui.ide.IDE;
import org.eunomia.core.Event;
import org.eunomia.core.schema.Field;
import org.eunomia.core.schema.Schema;
import org.eunomia.core.schema.Type;
import org.eunomia.tests.ui.kit.Screenshots;
import org.eunomia.tests.ui.kit.Ui;
import org.eunomia.tests.ui.kit.Workbench;
import org.eunomia.tests.ui.pages.EventsPage;
import org.eunomia.wire.RawEventWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Opens a recording, written here by its description in the guide, as File > Open File does. */
@ExtendWith(Workbench.class)
class RecordingViewTest {
    private static final Schema SCHEMA = new Schema("event", new Type.Struct("struct event", false, 8, List.of(Field.of("pid", new Type.Int("int", 4, true), 0), Field.of("ret", new Type.Int("int", 4, true), 4))));
    private static final int HEAD = 8192;
    @TempDir
    private Path folder;

    private Path recording() throws Exception {
        String json = "{\"format\":\"eunomia-events/1\",\"host\":\"web1\",\"tracker\":\"calls\",\"packages\":[{\"generation\":1,\"name\":\"calls\",\"version\":\"1.0.0\",\"digest\":\"sha256:12\"}],"
                + "\"started\":\"2026-11-23T18:00:00Z\",\"ended\":\"2026-11-23T18:01:00Z\",\"events\":300,\"skipped\":0,\"losses\":{\"delivered\":300,\"reserveFailures\":{\"events\":12},\"dropped\":{}}}";
        byte[] head = Arrays.copyOf(json.getBytes(StandardCharsets.UTF_8), HEAD);
        Arrays.fill(head, json.length(), HEAD - 1, (byte) ' ');
        head[HEAD - 1] = '\n';
        RawEventWriter writer = new RawEventWriter("calls");
        for (int i = 0; i < 300; i++) {
            byte[] record = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder()).putInt(1000 + i).putInt(i % 3 == 0 ? -13 : 0).array();
            writer.event(new Event(i, 1_764_000_000_000_000_000L + i * 1_000_000L, "calls", 1, "events", SCHEMA, record));
        }
        writer.end("recorded");
        Path file = folder.resolve("calls.events");
        ByteBuffer body = writer.take();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(head);
            out.write(body.array(), body.arrayOffset(), body.remaining());
        }
        return file;
    }

    @Test
    void showsARecordingWithItsLosses() throws Exception {
        Path file = recording();
        Ui.run(() -> IDE.openEditorOnFileStore(Workbench.page(), EFS.getLocalFileSystem().getStore(file.toUri())));
        EventsPage page = EventsPage.open().awaitStatus("300 events", s -> s.startsWith("300 shown"));
        assertEquals(List.of("time", "pid", "ret"), page.titles());
        page.awaitStatus("the losses of the recording", s -> s.contains("312 produced") && s.contains("12 lost"));
        page.filter("ret == -EACCES");
        page.awaitStatus("those that the filter lets through", s -> s.startsWith("100 shown") && s.contains("200 hidden by the filter"));
        page.awaitRows("refused calls", r -> r.contains("-EACCES"));
        Screenshots.take("events-replay");
    }
}
