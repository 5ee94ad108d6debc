package org.eunomia.ide.events.internal.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eunomia.core.PackageInfo;
import org.eunomia.ide.events.internal.model.EventFeed;
import org.eunomia.ide.events.internal.recording.Recorder;
import org.eunomia.ide.events.internal.recording.Recording;

/** The recordings that are being made, by the page whose events they take. */
final class Recordings implements AutoCloseable {
    private final Map<EventPage, List<Recorder>> running = new HashMap<>();

    boolean isRecording(EventPage page) {
        return running.containsKey(page);
    }

    void toggle(EventsView view, EventPage page) {
        if (isRecording(page)) stop(page);
        else ask(view, page);
    }

    private void ask(EventsView view, EventPage page) {
        FileDialog dialog = new FileDialog(view.getSite().getShell(), SWT.SAVE);
        dialog.setText("Record Events");
        dialog.setFilterExtensions(new String[] { "*." + Recording.EXTENSION });
        dialog.setFileName((page.feeds().size() == 1 ? page.feeds().getFirst().origin().tracker() : "trackers") + "." + Recording.EXTENSION);
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen == null) return;
        try {
            start(page, Path.of(chosen.endsWith("." + Recording.EXTENSION) ? chosen : chosen + "." + Recording.EXTENSION));
        } catch (IOException e) {
            MessageDialog.openError(view.getSite().getShell(), "Record Events", "Cannot record to " + chosen + ": " + e.getMessage());
        }
    }

    /** Of several trackers each has a file of its own, named after it. */
    void start(EventPage page, Path file) throws IOException {
        List<Recorder> recorders = new ArrayList<>();
        try {
            for (EventFeed feed : page.feeds()) recorders.add(Recorder.start(feed, page.feeds().size() == 1 ? file : file.resolveSibling(name(file, feed))));
            running.put(page, recorders);
        } catch (IOException e) {
            recorders.forEach(Recorder::close);
            throw e;
        }
    }

    private static String name(Path file, EventFeed feed) {
        String base = file.getFileName().toString().replaceFirst("\\." + Recording.EXTENSION + "$", "");
        return base + "-" + (feed.origin().host() + "-" + feed.origin().tracker()).replaceAll("[^A-Za-z0-9._-]+", "_") + "." + Recording.EXTENSION;
    }

    void stop(EventPage page) {
        List<Recorder> recorders = running.remove(page);
        if (recorders == null) return;
        for (Recorder r : recorders) {
            try {
                r.close();
            } catch (UncheckedIOException e) {
                ILog.get().error("cannot complete the recording " + r.file(), e);
            }
        }
    }

    /** For the status line. */
    String notice(EventPage page) {
        List<Recorder> recorders = running.getOrDefault(page, List.of());
        if (recorders.isEmpty()) return "";
        String problem = recorders.stream().flatMap(r -> r.problem().stream()).map(e -> "Recording stopped: " + e.getMessage()).findFirst().orElse("");
        return problem.isEmpty() ? String.format(Locale.ROOT, "\u25cf Recording %s, %,d events", recorders.getFirst().file().getFileName(), recorders.stream().mapToLong(Recorder::events).sum()) : problem;
    }

    static String about(Recording recording) {
        StringBuilder text = new StringBuilder("Recording of " + recording.origin().tracker() + " on " + recording.origin().host() + ", begun " + recording.started());
        for (PackageInfo p : recording.packages()) text.append("\nPackage ").append(p.name()).append(' ').append(p.version()).append(' ').append(p.digest());
        return text.toString();
    }

    @Override
    public void close() {
        List.copyOf(running.keySet()).forEach(this::stop);
    }
}
