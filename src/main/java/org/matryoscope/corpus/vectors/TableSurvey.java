package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.corpus.vectors.VectorField.Kind;

/** What the first rows of a table hold: which fields are vectors of one length, which texts, which numbers. */
final class TableSurvey {
    private static final Pattern ID = Pattern.compile("\\S{1,80}");
    /** How many rows are looked at where none of the first has a vector. */
    private static final int MOST = 10_000;

    private final TableRows table;
    private final Path file;
    private final Reading reading;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Map<String, Column> columns = new HashMap<>();
    private final Map<String, Problem> faults = new LinkedHashMap<>();
    private int seen;

    /**
     * Starts with no row of a table.
     *
     * @param table the table
     * @param reading how it was to be read
     */
    TableSurvey(TableRows table, Reading reading) {
        this.table = table;
        file = table.file();
        this.reading = reading;
    }

    /** What has been seen of a field. */
    private static final class Column {
        private int vectors;
        private int dimension;
        private String firstPlace = "";
        private int cells;
        private int numbers;

        boolean isVectors() {
            return vectors > 0 && vectors >= cells;
        }
    }

    /**
     * Looks at a row.
     *
     * @return whether more are to be seen
     */
    boolean add(TableRow row) {
        Map<String, String> shown = new HashMap<>(row.cells());
        row.cells().forEach((name, cell) -> {
            Column column = column(name);
            if (!cell.isBlank()) {
                column.cells++;
                column.numbers += NumberText.isNumber(cell.strip()) ? 1 : 0;
            }
        });
        row.vectors().forEach((name, numbers) -> {
            shown.put(name, VectorCell.of(numbers.values(), 0, numbers.length()));
            vector(row, name, numbers.length());
        });
        row.faults().forEach((name, fault) -> {
            names.add(name);
            faults.putIfAbsent(name, fault);
        });
        row.missing().keySet().forEach(names::add);
        if (rows.size() < VectorPreview.ROWS) {
            rows.add(shown);
        }
        return ++seen < VectorPreview.ROWS || (seen < MOST && faults.isEmpty()
                && columns.values().stream().noneMatch(column -> column.vectors > 0));
    }

    private void vector(TableRow row, String name, int length) {
        Column column = column(name);
        if (column.vectors++ == 0) {
            column.dimension = length;
            column.firstPlace = row.place();
        } else if (length != column.dimension) {
            faults.putIfAbsent(name,
                    TableShape.ragged(row.place() + ", “" + name + "”", length, column.firstPlace, column.dimension));
        }
    }

    private Column column(String name) {
        names.add(name);
        return columns.computeIfAbsent(name, each -> new Column());
    }

    /**
     * Says what was seen.
     *
     * @throws Problem if no field holds vectors of one length
     */
    VectorPreview preview() {
        if (rows.isEmpty()) {
            throw new Problem(file.toString(), "there is no row in it", "Choose a file with at least one vector.");
        }
        List<VectorField> fields = new ArrayList<>();
        for (String name : names) {
            Column column = columns.get(name);
            if (column != null && column.isVectors()) {
                if (!faults.containsKey(name)) {
                    fields.add(new VectorField(name, Kind.VECTORS, -1, column.dimension));
                }
            } else if (column != null) {
                boolean numbers = column.cells > 0 && column.numbers == column.cells;
                fields.add(new VectorField(name, numbers ? Kind.NUMBERS : Kind.TEXTS, -1, 1));
            }
        }
        if (fields.stream().noneMatch(field -> field.kind() == Kind.VECTORS) && !faults.isEmpty()) {
            throw faults.values().iterator().next();
        }
        List<List<String>> cells = rows.stream()
                .map(row -> fields.stream().map(field -> row.getOrDefault(field.name(), "")).toList())
                .toList();
        return new VectorPreview(file, List.copyOf(fields), propose(fields, cells), cells,
                faults.values().stream().map(Problem::getMessage).toList(), null, table.tables(), table.assumed());
    }

    private VectorChoice propose(List<VectorField> fields, List<List<String>> cells) {
        int[] telling = IntStream.range(0, fields.size())
                .filter(field -> fields.get(field).kind() == Kind.VECTORS || varies(cells, field))
                .toArray();
        VectorChoice choice = FieldGuess.of(file, IntStream.of(telling).mapToObj(fields::get).toList(),
                cells.stream().map(row -> IntStream.of(telling).mapToObj(row::get).toList()).toList());
        String text = table.isNamed() && choice.text() == null ? choice.id() : choice.text();
        Reading read = table.reading(reading);
        String id = choice.id() == null && Boolean.FALSE.equals(read.header())
                ? unnamedId(fields, cells, choice)
                : choice.id();
        return new VectorChoice(choice.vectors(), text, id, choice.levels(), choice.relevance(), read);
    }

    /** Where columns have no names: the first that holds another short word or number in every row. */
    private static @Nullable String unnamedId(List<VectorField> fields, List<List<String>> cells, VectorChoice choice) {
        for (int field = 0; field < fields.size(); field++) {
            int column = field;
            VectorField each = fields.get(field);
            boolean free = each.kind() != Kind.VECTORS && !each.name().equals(choice.text())
                    && !choice.levels().contains(each.name());
            if (free && cells.size() > 1 && cells.stream().map(row -> row.get(column)).allMatch(ID.asMatchPredicate())
                    && cells.stream().map(row -> row.get(column)).distinct().count() == cells.size()) {
                return each.name();
            }
        }
        return null;
    }

    /** A field that says the same in every row, such as a model's name, is neither text nor id nor label. */
    private static boolean varies(List<List<String>> cells, int field) {
        return cells.size() < 2 || cells.stream().map(row -> row.get(field)).distinct().count() > 1;
    }
}
