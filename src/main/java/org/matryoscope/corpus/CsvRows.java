package org.matryoscope.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        long last = 0;
        try (BufferedReader reader = file.reader(progress);
                CsvReader<CsvRecord> records = reader(format.separator()).allowUnclosedQuote(false)
                        .ofCsvRecord(reader)) {
            List<String> columns = null;
            for (CsvRecord each : records) {
                last = each.getStartingLineNumber();
                if (columns == null) {
                    columns = columns(each, format.header());
                    if (format.header()) {
                        continue;
                    }
                }
                checkWidth(file, columns, each);
                if (!sink.accept(last, columns, each.getFields())) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw new Problem(file.place(last + 1),
                    "the row that begins here cannot be read (a quote is not closed, or text follows one)",
                    "Put every cell that holds a quote in quotes, and double the quote inside.", e);
        } catch (UncheckedIOException e) {
            throw file.unreadable(new IOException(e));
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

    private static List<String> columns(CsvRecord first, boolean header) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < first.getFieldCount(); i++) {
            String name = header ? first.getField(i).strip() : "";
            String unique = name.isEmpty() ? "column " + (i + 1) : name;
            columns.add(columns.contains(unique) ? unique + " (" + (i + 1) + ")" : unique);
        }
        return columns;
    }

    private static void checkWidth(TextFile file, List<String> columns, CsvRecord cells) {
        if (cells.getFieldCount() != columns.size()) {
            throw new Problem(file.place(cells.getStartingLineNumber()),
                    "the row has " + cells.getFieldCount() + " cells where the first has " + columns.size(),
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
