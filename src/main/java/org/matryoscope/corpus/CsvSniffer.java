package org.matryoscope.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;

/** Guesses the separator of a table and whether its first row names the columns. */
final class CsvSniffer {
    /** Characters; some rows of vectors, written as lists, are in it. */
    private static final int SAMPLE = 1 << 20;
    private static final int RECORDS = 20;
    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|');
    private static final int LONGEST_NAME = 40;

    private CsvSniffer() {
    }

    static TableFormat detect(Path path, @Nullable Charset charset) {
        String sample = sample(TextFile.open(path, charset, Progress.NONE));
        char separator = SEPARATORS.stream()
                .max(Comparator.comparingInt(each -> consistentWidth(records(sample, each))))
                .orElse(',');
        return new TableFormat(TableFormat.Kind.SEPARATED, charset, separator, hasHeader(records(sample, separator)));
    }

    private static String sample(TextFile file) {
        try (BufferedReader reader = file.reader(Progress.NONE)) {
            char[] buffer = new char[SAMPLE];
            int length = 0;
            for (int read = 0; read >= 0 && length < SAMPLE; length += Math.max(read, 0)) {
                read = reader.read(buffer, length, SAMPLE - length);
            }
            return new String(buffer, 0, length);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** The first records; where the sample breaks one off or it is malformed, those before it. */
    private static List<List<String>> records(String sample, char separator) {
        List<List<String>> records = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvRows.reader(separator).allowUnclosedQuote(true).ofCsvRecord(sample)) {
            for (CsvRecord each : reader) {
                records.add(each.getFields());
                if (records.size() == RECORDS) {
                    return records;
                }
            }
        } catch (CsvParseException e) {
            return records;
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be read", e);
        }
        return sample.length() == SAMPLE && records.size() > 1 ? records.subList(0, records.size() - 1) : records;
    }

    /** How many records are as wide as the first, weighed above the width itself; 0 where there is but one column. */
    private static int consistentWidth(List<List<String>> records) {
        int width = records.isEmpty() ? 0 : records.getFirst().size();
        if (width < 2) {
            return 0;
        }
        long same = records.stream().filter(each -> each.size() == width).count();
        return Math.toIntExact(1000 * same / records.size()) + Math.min(width, 999);
    }

    /** Names are short, different from each other, not numbers and not empty. */
    private static boolean hasHeader(List<List<String>> records) {
        if (records.size() < 2) {
            return false;
        }
        List<String> first = records.getFirst();
        return new HashSet<>(first).size() == first.size() && first.stream()
                .allMatch(cell -> !cell.isBlank() && cell.length() <= LONGEST_NAME && !isNumber(cell)
                        && !cell.endsWith(".") && !cell.endsWith("?"));
    }

    static boolean isNumber(String cell) {
        return cell.strip().matches("[+-]?[0-9]+([.,][0-9]+)?");
    }
}
