package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import dev.hardwood.metadata.ColumnMetaData;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.reader.ParquetFileReader;
import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;

/** Rows of a Parquet file. A vector is a list of numbers, or neighbouring columns of numbers that count up. */
final class ParquetTable implements TableRows {
    /** Rows decoded at once; a column of long lists takes some MB. */
    private static final int BATCH = 256;

    private final Path file;
    private final FileMetaData meta;
    private final List<ParquetField> fields;
    private final List<ColumnRun> runs;

    private ParquetTable(Path file, ParquetFileReader reader) {
        this.file = file;
        meta = reader.getFileMetaData();
        fields = ParquetField.of(reader.getFileSchema().getRootNode());
        runs = ColumnRun.numbered(fields.stream().map(ParquetField::name).toList(), this::isNumber);
    }

    /** Opens a file and reads its schema. */
    static ParquetTable open(Path file) {
        return ParquetInput.read(file, reader -> new ParquetTable(file, reader));
    }

    private boolean isNumber(int field) {
        return !fields.get(field).isList() && fields.get(field).type().isNumber();
    }

    @Override
    public Path file() {
        return file;
    }

    /** Returns how many rows it has, as its footer says. */
    long rows() {
        return meta.numRows();
    }

    /** Returns the names of its fields and what they hold, to compare them with another part's. */
    List<String> fields() {
        return fields.stream()
                .map(field -> field.name() + " (" + (field.isList() ? "list of " : "")
                        + field.type().name().toLowerCase(Locale.ROOT) + ")")
                .toList();
    }

    @Override
    public TableShape shape(String vectors, Progress progress) {
        TableShape believed = believed(vectors);
        return believed == null ? TableShape.count(this, vectors, progress) : believed;
    }

    /** Believes the footer where it says that the values are as many as the first vector makes them; null where it does not. */
    @Nullable
    TableShape believed(String vectors) {
        int[] length = {0};
        forEach(Wanted.lengths(vectors), Progress.NONE, row -> {
            Numbers vector = row.vector(vectors);
            length[0] = vector == null ? 0 : vector.length();
            return length[0] == 0;
        });
        long values = fields.stream()
                .filter(field -> field.isList() && field.name().equals(vectors))
                .mapToLong(field -> values(field.column()))
                .sum();
        boolean even = length[0] > 0 && values == meta.numRows() * length[0] && meta.numRows() <= Integer.MAX_VALUE;
        return even ? new TableShape((int) meta.numRows(), length[0], null) : null;
    }

    private long values(int column) {
        return meta.rowGroups()
                .stream()
                .map(group -> group.columns().get(column).metaData())
                .mapToLong(ColumnMetaData::numValues)
                .sum();
    }

    @Override
    public void forEach(Wanted wanted, Progress progress, Predicate<TableRow> sink) {
        ParquetInput.read(file, reader -> {
            Map<Integer, ParquetColumn> columns = new HashMap<>();
            try {
                for (int field : needed(wanted)) {
                    columns.put(field, new ParquetColumn(fields.get(field),
                            reader.buildColumnReader(fields.get(field).column()).batchSize(BATCH).build()));
                }
                rows(wanted, columns, progress, sink);
                return columns;
            } finally {
                columns.values().forEach(ParquetColumn::close);
            }
        });
    }

    /** The fields that must be read, by their index. */
    private int[] needed(Wanted wanted) {
        IntStream inRuns = runs.stream()
                .filter(run -> wanted.vector(run.name()))
                .flatMapToInt(run -> IntStream.of(run.columns()));
        IntStream single = IntStream.range(0, fields.size()).filter(field -> {
            String name = fields.get(field).name();
            return fields.get(field).isList()
                    ? wanted.vector(name)
                    : wanted.cell(name) || (wanted.vector(name) && !fields.get(field).type().isNumber());
        });
        return IntStream.concat(inRuns, single).distinct().toArray();
    }

    private void rows(Wanted wanted, Map<Integer, ParquetColumn> columns, Progress progress, Predicate<TableRow> sink) {
        TableRow row = new TableRow(file);
        List<ColumnRun> wantedRuns = runs.stream().filter(run -> wanted.vector(run.name())).toList();
        List<ParquetColumn> single = new ArrayList<>();
        columns.forEach((field, column) -> {
            String name = fields.get(field).name();
            boolean inVector = wanted.isEverything()
                    && runs.stream().anyMatch(run -> run.isCertain() && run.holds(field));
            if (column.field().isList() || (!wanted.isEverything() && wanted.vector(name))
                    || (wanted.cell(name) && !inVector)) {
                single.add(column);
            }
        });
        for (long number = 1; number <= meta.numRows(); number++) {
            if ((number - 1) % BATCH == 0) {
                progress.report(number - 1, meta.numRows());
            }
            columns.values().forEach(ParquetColumn::next);
            row.begin("row", number, null);
            single.forEach(column -> column.read(row, wanted));
            wantedRuns.forEach(run -> vector(row, run, columns));
            if (!sink.test(row)) {
                return;
            }
        }
    }

    private void vector(TableRow row, ColumnRun run, Map<Integer, ParquetColumn> columns) {
        Numbers numbers = row.start(run.name());
        for (int field : run.columns()) {
            if (!Objects.requireNonNull(columns.get(field)).addTo(numbers)) {
                if (IntStream.of(run.columns()).allMatch(each -> Objects.requireNonNull(columns.get(each)).isNull())) {
                    row.missing(run.name(), "all columns are null");
                    return;
                }
                row.fault(run.name(),
                        Elements.notNumber(numbers.length() + 1, "null (column “" + fields.get(field).name() + "”)"),
                        Elements.REMEDY);
                return;
            }
        }
    }
}
