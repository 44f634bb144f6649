package org.matryoscope.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Rows of separated values; every row must have as many cells as the first. */
final class CsvRows {
    private CsvRows() {
    }

    static void forEach(TextFile file, TableFormat format, Progress progress, Predicate<Row> sink) {
        forEachRecord(file, format, progress, (line, columns, cells) -> sink.test(row(line, columns, cells)));
    }

    static void forEachRecord(TextFile file, TableFormat format, Progress progress, SeparatedFile.Sink sink) {
        long last = format.comments();
        try (BufferedReader reader = afterComments(file.reader(progress), format);
                CsvReader<CsvRecord> records = reader(format.separator()).allowUnclosedQuote(false)
                        .ofCsvRecord(reader)) {
            List<String> columns = null;
            for (CsvRecord each : records) {
                last = format.comments() + each.getStartingLineNumber();
                List<String> cells = NumberLists.joined(each.getFields(), format.separator());
                if (columns == null) {
                    columns = columns(cells, format.header());
                    if (format.header()) {
                        continue;
                    }
                }
                checkWidth(file, columns, last, cells);
                if (!sink.accept(last, columns, cells)) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw new Problem(file.place(last + 1),
                    "the row that begins here cannot be read (a quote is not closed, or text follows one)",
                    "Put every cell that holds a quote in quotes, and double the quote inside.", e);
        } catch (UncheckedIOException e) {
            throw file.unreadable(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    private static BufferedReader afterComments(BufferedReader reader, TableFormat format) throws IOException {
        for (int line = 0; line < format.comments(); line++) {
            reader.readLine();
        }
        return reader;
    }

    private static List<String> columns(List<String> first, boolean header) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            String name = header ? name(i, first.get(i).strip()) : "";
            String unique = name.isEmpty() ? "column " + (i + 1) : name;
            columns.add(columns.contains(unique) ? unique + " (" + (i + 1) + ")" : unique);
        }
        return columns;
    }

    /** Some writers mark the whole row of names with a # before the first. */
    private static String name(int column, String cell) {
        return column == 0 && cell.startsWith("#") && cell.length() > 1 ? cell.substring(1).strip() : cell;
    }

    private static void checkWidth(TextFile file, List<String> columns, long line, List<String> cells) {
        if (cells.size() != columns.size()) {
            throw new Problem(file.place(line),
                    "the row has " + cells.size() + " cells where the first has " + columns.size(),
                    "Give every row the same number of cells, or choose the separator that the file uses.");
        }
    }

    private static Row row(long line, List<String> columns, List<String> cells) {
        Map<String, String> row = LinkedHashMap.newLinkedHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return new Row(line, row);
    }
}
