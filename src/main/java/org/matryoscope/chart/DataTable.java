package org.matryoscope.chart;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * The numbers behind a chart, at full precision.
 *
 * @param columns the columns; shorter ones leave their last cells empty
 */
public record DataTable(List<Column> columns) {
    /**
     * One column.
     *
     * @param name its header
     * @param values its cells
     */
    public record Column(String name, double[] values) {}

    /** Copies the list. */
    public DataTable {
        columns = List.copyOf(columns);
    }

    /** Returns the table as RFC 4180 CSV with a header row; whole numbers have no decimals, NaN is an empty cell. */
    public String csv() {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            int rows = columns.stream().mapToInt(column -> column.values().length).max().orElse(0);
            for (int i = 0; i < rows; i++) {
                int row = i;
                csv.writeRecord(columns.stream()
                        .map(column -> row < column.values().length ? cell(column.values()[row]) : "")
                        .toList());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String cell(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        // Singles are widened for drawing; their own shortest decimal is what was measured.
        String text = value == (float) value ? Float.toString((float) value) : Double.toString(value);
        return value == Math.rint(value) && Math.abs(value) < 1e9 ? Long.toString((long) value) : text;
    }

    /** Widens singles. */
    public static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }

    /** Returns {@code from}, {@code from} + 1, …, {@code to}. */
    public static double[] range(int from, int to) {
        double[] range = new double[to - from + 1];
        Arrays.setAll(range, i -> from + i);
        return range;
    }
}
