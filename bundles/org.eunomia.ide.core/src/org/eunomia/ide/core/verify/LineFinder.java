package org.eunomia.ide.core.verify;

import java.util.List;

/** Finds lines by their text, for logs that have nothing else. */
final class LineFinder {
    private final String file;
    private final List<String> lines;
    private int previous;

    LineFinder(String file, List<String> lines) {
        this.file = file;
        this.lines = lines.stream().map(String::strip).toList();
    }

    SourceLine find(SourceLine line) {
        if (line.line() > 0 || line.text().isEmpty()) return line;
        int best = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (lines.get(i - 1).equals(line.text()) && (best == 0 || Math.abs(i - previous) < Math.abs(best - previous))) best = i;
        }
        if (best == 0) return line;
        previous = best;
        return new SourceLine(file, best, line.text());
    }
}
