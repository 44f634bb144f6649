package org.matryoscope.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;

/** Guesses the separator of a table, whether its first row names the columns, and what before it is a comment. */
final class CsvSniffer {
    /** Characters; some rows of vectors, written as lists, are in it. */
    private static final int SAMPLE = 1 << 20;
    private static final int RECORDS = 20;
    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|');
    private static final int LONGEST_NAME = 40;
    /** Of {@link #consistentWidth}: all records are as wide as the first. */
    private static final int CONSISTENT = 1000;
    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)([eE][+-]?[0-9]+)?|[+-]?(nan|inf|infinity)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]*,[0-9]+([eE][+-]?[0-9]+)?");

    private CsvSniffer() {
    }

    /**
     * Guesses.
     *
     * @param path the file
     * @param charset its encoding; null to detect it
     * @param given the separator, where it is known; null to guess it
     */
    static TableFormat detect(Path path, @Nullable Charset charset, @Nullable Character given) {
        // A separator in a list of numbers parts no cells.
        String sample = NumberLists.emptied(sample(TextFile.open(path, charset, Progress.NONE)));
        String rows = sample.substring(start(sample, marked(sample)));
        char separator = given == null ? separator(path, rows.isBlank() ? sample : rows) : given;
        int comments = comments(sample, rows, separator);
        return new TableFormat(TableFormat.Kind.SEPARATED, charset, separator,
                hasHeader(records(sample.substring(start(sample, comments)), separator)), comments);
    }

    private static char separator(Path path, String sample) {
        String name = Packed.innerName(path).toLowerCase(Locale.ROOT);
        if ((name.endsWith(".tsv") || name.endsWith(".tab")) && consistentWidth(records(sample, '\t')) > CONSISTENT) {
            return '\t';
        }
        char best = SEPARATORS.stream()
                .max(Comparator.comparingInt(each -> consistentWidth(records(sample, each))))
                .orElse(',');
        return best == ',' ? besideDecimalCommas(sample) : best;
    }

    /** Where another separator parts numbers with commas evenly too, the commas are in the numbers. */
    private static char besideDecimalCommas(String sample) {
        return SEPARATORS.stream()
                .filter(each -> each != ',' && consistentWidth(records(sample, each)) > CONSISTENT)
                .filter(each -> records(sample, each).stream()
                        .skip(1)
                        .flatMap(List::stream)
                        .filter(cell -> cell.indexOf(',') >= 0)
                        .allMatch(cell -> DECIMAL_COMMA.matcher(cell.strip()).matches()))
                .findFirst()
                .orElse(',');
    }

    /** How many lines at the beginning begin with #. */
    private static int marked(String sample) {
        return (int) sample.lines().takeWhile(line -> line.startsWith("#")).count();
    }

    /** Lines that begin with # are comments as long as they have not as many cells as the rows behind them. */
    private static int comments(String sample, String rows, char separator) {
        int width = width(rows, separator);
        return width < 2
                ? 0
                : (int) sample.lines().limit(marked(sample)).takeWhile(line -> width(line, separator) != width).count();
    }

    private static int width(String rows, char separator) {
        List<List<String>> records = records(rows, separator);
        return records.isEmpty() ? 0 : records.getFirst().size();
    }

    /** Where a line begins. */
    private static int start(String sample, int line) {
        int at = 0;
        for (int i = 0; i < line; i++) {
            int end = sample.indexOf('\n', at);
            at = end < 0 ? sample.length() : end + 1;
        }
        return at;
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
        return Math.toIntExact(CONSISTENT * same / records.size()) + Math.min(width, CONSISTENT - 1);
    }

    /**
     * Names are short, different from each other, not numbers and not empty. A single column has a name only if it is a usual one,
     * since its first text looks like any other.
     */
    private static boolean hasHeader(List<List<String>> records) {
        if (records.size() < 2) {
            return false;
        }
        List<String> first = records.getFirst();
        boolean names = new HashSet<>(first).size() == first.size() && first.stream()
                .allMatch(cell -> !cell.isBlank() && cell.length() <= LONGEST_NAME && !isNumber(cell)
                        && !NumberLists.isList(cell) && !cell.endsWith(".") && !cell.endsWith("?"));
        return names && (first.size() > 1 || ColumnGuess.isUsualName(first.getFirst()));
    }

    static boolean isNumber(String cell) {
        return NUMBER.matcher(cell.strip()).matches();
    }
}
