package stemma.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Rows in columns that are as wide as their widest cell, two blanks apart. Not safe for concurrent use.
final class Table {
    private final List<String[]> rows = new ArrayList<>();

    Table(String... head) {
        rows.add(head);
    }

    /// Line ends and tabs in a cell become blanks.
    void row(String... cells) {
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].replace('\n', ' ').replace('\r', ' ').replace('\t', ' ').replace('\f', ' ').replace('\u000B', ' ');
        }
        rows.add(cells);
    }

    void print(Output out) throws IOException {
        int[] widths = new int[rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).repeat(' ', widths[i] - width(row[i]) + 2);
            }
            out.line(line.toString().stripTrailing());
        }
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
