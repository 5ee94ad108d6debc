package org.eunomia.cli.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eunomia.core.view.Escapes;

/** Rows of text in aligned columns; numbers to the right. */
final class TextGrid {
    private final List<List<String>> rows = new ArrayList<>();

    TextGrid(String... header) {
        rows.add(List.of(header));
    }

    void row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object c : cells) row.add(Escapes.text(String.valueOf(c)));
        rows.add(row);
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        List<Integer> widths = new ArrayList<>(Collections.nCopies(columns, 0));
        List<Boolean> numbers = new ArrayList<>(Collections.nCopies(columns, true));
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < columns; c++) {
                String cell = rows.get(r).get(c);
                widths.set(c, Math.max(widths.get(c), cell.codePointCount(0, cell.length())));
                if (r > 0 && !cell.matches("-?[0-9]+(\\.[0-9]+)?%?")) numbers.set(c, false);
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                String cell = row.get(c);
                String padding = " ".repeat(widths.get(c) - cell.codePointCount(0, cell.length()));
                line.append(numbers.get(c) ? padding + cell : cell + padding).append("  ");
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
