package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.corpus.SeparatedFile;

/**
 * Rows of separated values. A vector is a list of numbers in one column, or spread over neighbouring columns of numbers, which
 * are then one field, "d0 … d383".
 */
final class CsvTable implements TableRows {
    private static final int SAMPLE = 20;

    private final SeparatedFile file;
    private final Reading given;
    private final List<ColumnRun> runs;
    private final BitSet onlyInRuns = new BitSet();

    private CsvTable(SeparatedFile file, Reading given, List<ColumnRun> runs) {
        this.file = file;
        this.given = given;
        this.runs = runs;
        runs.stream().filter(ColumnRun::isCertain).forEach(run -> IntStream.of(run.columns()).forEach(onlyInRuns::set));
    }

    /** Opens a file and looks for columns that make vectors. */
    static CsvTable open(Path path, Reading reading, Progress progress) {
        SeparatedFile opened = SeparatedFile.open(path, reading.separator(), progress);
        SeparatedFile file = reading.header() == null
                ? CsvHeader.corrected(opened)
                : opened.withHeader(reading.header());
        List<String> names = file.columns();
        List<List<String>> sample = file.head(SAMPLE);
        boolean[] isNumeric = new boolean[names.size()];
        boolean anyList = false;
        for (List<String> row : sample) {
            for (int column = 0; column < isNumeric.length; column++) {
                isNumeric[column] |= NumberText.isNumber(plain(row.get(column), file.separator()));
                anyList |= new ListText(row.get(column)).isLikely();
            }
        }
        List<ColumnRun> runs = ColumnRun.numbered(names, column -> isNumeric[column]);
        if (!file.hasHeader() && !runs.isEmpty() && CountedRows.are(sample)) {
            // Without names all columns count up, the ids among them.
            isNumeric[0] = false;
            runs = ColumnRun.numbered(names, column -> isNumeric[column]);
        }
        return new CsvTable(file, reading,
                runs.isEmpty() && !anyList ? ColumnRun.trailing(names, column -> isNumeric[column]) : runs);
    }

    @Override
    public Reading reading(Reading asked) {
        return asked.withSeparator(file.separator()).withHeader(file.hasHeader());
    }

    @Override
    public List<String> assumed() {
        List<String> assumed = new ArrayList<>();
        if (given.separator() == null) {
            assumed.add("cells are parted by " + name(file.separator()));
        }
        if (given.header() == null) {
            assumed.add(file.hasHeader() ? "the first row names the columns" : "there is no row of column names");
        }
        if (file.comments() > 0) {
            assumed.add(file.comments() == 1
                    ? "the first line is a comment, since it begins with #"
                    : "the first " + file.comments() + " lines are comments, since they begin with #");
        }
        return assumed;
    }

    private static String name(char separator) {
        return switch (separator) {
            case ',' -> "commas";
            case '\t' -> "tabs";
            case ';' -> "semicolons";
            case ' ' -> "blanks";
            default -> "“" + separator + "”";
        };
    }

    @Override
    public Path file() {
        return file.path();
    }

    @Override
    public void forEach(Wanted wanted, Progress progress, Predicate<TableRow> sink) {
        TableRow row = new TableRow(file.path());
        List<ColumnRun> wantedRuns = runs.stream().filter(run -> wanted.vector(run.name())).toList();
        file.forEach(progress, (line, columns, cells) -> {
            row.begin("line", line, null);
            for (int column = 0; column < cells.size(); column++) {
                if (!wanted.isEverything() || !onlyInRuns.get(column)) {
                    TextVector.readAsWanted(row, columns.get(column), cells.get(column), wanted);
                }
            }
            wantedRuns.forEach(run -> run(row, run, columns, cells));
            return sink.test(row);
        });
    }

    private void run(TableRow row, ColumnRun run, List<String> columns, List<String> cells) {
        Numbers numbers = row.start(run.name());
        if (IntStream.of(run.columns()).allMatch(column -> cells.get(column).isBlank())) {
            row.missing(run.name(), "all cells are empty");
            return;
        }
        for (int column : run.columns()) {
            String cell = plain(cells.get(column), file.separator());
            try {
                numbers.add(NumberText.parse(cell));
            } catch (NumberFormatException e) {
                String found = cell.isEmpty() ? "empty" : "“" + ListText.shortened(cell) + "”";
                row.fault(run.name(),
                        Elements.notNumber(numbers.length() + 1, found + " (column “" + columns.get(column) + "”)"),
                        Elements.REMEDY);
                return;
            }
        }
    }

    /** A number as other readers know it: without blanks around, and with a point where the separator allows a comma. */
    private static String plain(String cell, char separator) {
        String plain = cell.strip();
        return separator == ',' ? plain : plain.replace(',', '.');
    }
}
