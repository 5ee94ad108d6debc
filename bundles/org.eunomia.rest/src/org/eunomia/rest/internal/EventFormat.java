package org.eunomia.rest.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.eunomia.core.Event;
import org.eunomia.core.Failure;
import org.eunomia.core.MapEntry;
import org.eunomia.core.view.Symbols;
import org.eunomia.core.view.TextBuffer;
import org.eunomia.core.watch.OutputMap;
import org.eunomia.wire.EventLines;
import org.eunomia.wire.Json;
import org.eunomia.wire.Problem;
import org.eunomia.wire.RawEventWriter;

/** How a reader of events gets them. Collects until it is {@linkplain #flush flushed}; used by one thread. */
sealed interface EventFormat {
    String NDJSON = "application/x-ndjson";
    String SSE = "text/event-stream";

    String mediaType();

    void event(Event event);

    /** Only of those that {@linkplain #showsMaps show maps}. @param top rows of a table, 0 for all */
    default void map(OutputMap map, List<MapEntry> entries, int top) {
        throw new IllegalStateException(mediaType());
    }

    default boolean showsMaps() {
        return true;
    }

    void lost(long count);

    void alive();

    void end(String reason);

    void failed(Failure failure);

    void flush(Exchange to) throws IOException;

    /** @param accepted media types, best first; none for no preference. @return empty when none of them is offered */
    static Optional<EventFormat> of(List<String> accepted, String tracker, Symbols symbols) {
        if (accepted.isEmpty()) return Optional.of(new Lines(tracker, symbols));
        for (String type : accepted) {
            switch (type.replaceAll("\\s*;.*", "")) {
                case NDJSON, "application/json", "application/*", "*/*" -> {
                    return Optional.of(new Lines(tracker, symbols));
                }
                case SSE, "text/*" -> {
                    return Optional.of(new ServerSent(tracker, symbols));
                }
                case RawEventWriter.MEDIA_TYPE -> {
                    return Optional.of(new Raw(tracker));
                }
                default -> { }
            }
        }
        return Optional.empty();
    }

    private static void flush(TextBuffer text, Exchange to) throws IOException {
        text.drainTo(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int at, int count) throws IOException {
                to.send(ByteBuffer.wrap(bytes, at, count));
            }
        });
    }

    /** One JSON object a line. */
    final class Lines implements EventFormat {
        private final EventLines lines;
        private final TextBuffer out = new TextBuffer();
        private final String tracker;

        Lines(String tracker, Symbols symbols) {
            lines = new EventLines(symbols);
            this.tracker = tracker;
        }

        @Override
        public String mediaType() {
            return NDJSON;
        }

        @Override
        public void event(Event event) {
            lines.event(event, out);
        }

        @Override
        public void map(OutputMap map, List<MapEntry> entries, int top) {
            lines.map(map, tracker, entries, top, out);
        }

        @Override
        public void lost(long count) {
            lines.lost(tracker, count, out);
        }

        @Override
        public void alive() {
            lines.alive(tracker, out);
        }

        @Override
        public void end(String reason) {
            lines.end(tracker, reason, out);
        }

        @Override
        public void failed(Failure failure) {
            lines.end(tracker, failure.summary(), out);
        }

        @Override
        public void flush(Exchange to) throws IOException {
            EventFormat.flush(out, to);
        }
    }

    /** Server-sent events, as browsers read them: the same objects as data, the position as id. */
    final class ServerSent implements EventFormat {
        private final EventLines lines;
        private final TextBuffer out = new TextBuffer();
        private final String tracker;

        ServerSent(String tracker, Symbols symbols) {
            lines = new EventLines(symbols);
            this.tracker = tracker;
        }

        @Override
        public String mediaType() {
            return SSE;
        }

        @Override
        public void event(Event event) {
            out.put("id: ").number(event.position()).put("\nevent: event\ndata: ");
            lines.event(event, out);
            out.put('\n');
        }

        @Override
        public void map(OutputMap map, List<MapEntry> entries, int top) {
            out.put("event: map\ndata: ");
            lines.map(map, tracker, entries, top, out);
            out.put('\n');
        }

        @Override
        public void lost(long count) {
            out.put("event: lost\ndata: ");
            lines.lost(tracker, count, out);
            out.put('\n');
        }

        @Override
        public void alive() {
            out.put(":\n\n");
        }

        @Override
        public void end(String reason) {
            out.put("event: end\ndata: ");
            lines.end(tracker, reason, out);
            out.put('\n');
        }

        @Override
        public void failed(Failure failure) {
            out.put("event: failed\ndata: ").put(Json.write(Problem.toJson(failure, 0))).put("\n\n");
        }

        @Override
        public void flush(Exchange to) throws IOException {
            EventFormat.flush(out, to);
        }
    }

    /** Records as they are, for clients of ours. */
    final class Raw implements EventFormat {
        private final RawEventWriter out;

        Raw(String tracker) {
            out = new RawEventWriter(tracker);
        }

        @Override
        public String mediaType() {
            return RawEventWriter.MEDIA_TYPE;
        }

        @Override
        public void event(Event event) {
            out.event(event);
        }

        @Override
        public boolean showsMaps() {
            return false;
        }

        @Override
        public void lost(long count) {
            out.skipped(count);
        }

        @Override
        public void alive() {
            out.alive();
        }

        @Override
        public void end(String reason) {
            out.end(reason);
        }

        @Override
        public void failed(Failure failure) {
            out.failed(failure);
        }

        @Override
        public void flush(Exchange to) throws IOException {
            to.send(out.take());
        }
    }
}
