package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/**
 * Rows of a JSON object that holds its columns as lists of one length, one of them a list of vectors:
 * {@code {"ids": […], "documents": […], "embeddings": [[…], …]}}. The vectors are read in a stream; columns of texts and
 * numbers are held in memory while rows are made of them.
 */
final class JsonColumns implements TableRows {
    private final Path file;
    private final List<String> path;
    private final String vectors;
    private final Map<String, Long> lengths;

    private JsonColumns(Path file, List<String> path, String vectors, Map<String, Long> lengths) {
        this.file = file;
        this.path = path;
        this.vectors = vectors;
        this.lengths = lengths;
    }

    /**
     * Looks for columns beside a list of vectors.
     *
     * @param file the file
     * @param list the keys that lead to the list, at least one
     * @param progress told in bytes; cancels
     * @return the columns, if only the vectors themselves
     */
    static JsonColumns beside(Path file, List<String> list, Progress progress) {
        JsonColumns columns = new JsonColumns(file, list.subList(0, list.size() - 1), list.getLast(),
                new LinkedHashMap<>());
        columns.forEachKey(progress, (key, parser) -> {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                long length = 0;
                for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                    parser.skipChildren();
                    length++;
                }
                columns.lengths.put(key, length);
            } else {
                parser.skipChildren();
            }
        });
        return columns;
    }

    /** Whether there is anything beside the vectors. */
    boolean areSeveral() {
        return lengths.keySet().stream().anyMatch(this::isColumn);
    }

    private long rows() {
        return lengths.getOrDefault(vectors, 0L);
    }

    private boolean isColumn(String key) {
        return !key.equals(vectors) && lengths.getOrDefault(key, -1L) == rows();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public List<String> assumed() {
        List<String> assumed = new ArrayList<>();
        assumed.add("the lists of " + rows() + " entries beside “" + vectors + "” belong to its rows");
        lengths.forEach((key, length) -> {
            if (length != rows() && length > 0) {
                assumed.add("“" + key + "” does not, since it has " + length);
            }
        });
        return assumed;
    }

    /** Takes a key and its value, which it reads to the end. */
    @FunctionalInterface
    private interface Values {
        void accept(String key, JsonParser parser);
    }

    private void forEachKey(Progress progress, Values values) {
        JsonInput.read(file, progress, parser -> {
            JsonToken value = parser.nextToken();
            for (String key : path) {
                value = value == JsonToken.START_OBJECT ? JsonTable.valueOf(key, parser) : null;
            }
            if (value != JsonToken.START_OBJECT) {
                throw JsonTable.twice(file, Stream.concat(path.stream(), Stream.of(vectors)).toList(), parser);
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                values.accept(key, parser);
            }
            for (int depth = path.size(); depth > 0; depth--) {
                JsonTable.skipObject(parser);
            }
            JsonTable.requireEnd(file, parser);
        });
    }

    @Override
    public void forEach(Wanted wanted, Progress progress, Predicate<TableRow> sink) {
        if (!wanted.isEverything() && wanted.vector(vectors)) {
            stream(wanted, progress, sink);
            return;
        }
        int most = (int) Math.min(rows(), wanted.isEverything() ? VectorPreview.ROWS : Integer.MAX_VALUE);
        Gathered gathered = new Gathered(wanted, most);
        forEachKey(progress, (key, parser) -> {
            boolean needed = isColumn(key)
                    ? wanted.cell(key) || wanted.within(key)
                    : key.equals(vectors) && wanted.isEverything();
            if (needed && parser.currentToken() == JsonToken.START_ARRAY) {
                gathered.add(key, parser);
            } else {
                parser.skipChildren();
            }
        });
        gathered.pass(sink);
    }

    /** Reads the vectors alone. */
    private void stream(Wanted wanted, Progress progress, Predicate<TableRow> sink) {
        TableRow row = new TableRow(file);
        boolean[] more = {true};
        forEachKey(progress, (key, parser) -> {
            if (!key.equals(vectors) || parser.currentToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return;
            }
            JsonRowReader reader = new JsonRowReader(parser, row, wanted);
            forEachElement(parser, number -> {
                if (more[0]) {
                    row.begin("row", number, null);
                    reader.read(vectors);
                    more[0] = sink.test(row);
                } else {
                    parser.skipChildren();
                }
            });
        });
    }

    private static void forEachElement(JsonParser parser, Consumer<Long> element) {
        long number = 1;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            element.accept(number++);
        }
    }

    /** The first entries of several columns. */
    private final class Gathered {
        private final int most;
        private final Wanted wanted;
        private final TableRow scratch = new TableRow(file);
        private final Map<String, String[]> cells = new LinkedHashMap<>();
        private final Map<String, Map<Integer, float[]>> lists = new LinkedHashMap<>();
        private final Map<String, Map<Integer, Problem>> faults = new LinkedHashMap<>();

        Gathered(Wanted wanted, int most) {
            this.wanted = wanted;
            this.most = most;
        }

        void add(String key, JsonParser parser) {
            JsonRowReader reader = new JsonRowReader(parser, scratch, wanted);
            forEachElement(parser, number -> {
                if (number > most) {
                    parser.skipChildren();
                    return;
                }
                int at = Math.toIntExact(number - 1);
                scratch.begin("row", number, null);
                reader.read(key);
                scratch.cells()
                        .forEach((field, cell) -> cells.computeIfAbsent(field, each -> new String[most])[at] = cell);
                scratch.vectors()
                        .forEach((field, numbers) -> lists.computeIfAbsent(field, each -> new HashMap<>())
                                .put(at, Arrays.copyOf(numbers.values(), numbers.length())));
                scratch.faults()
                        .forEach((field, fault) -> faults.computeIfAbsent(field, each -> new HashMap<>())
                                .put(at, fault));
            });
        }

        void pass(Predicate<TableRow> sink) {
            TableRow row = new TableRow(file);
            for (int at = 0; at < most; at++) {
                int index = at;
                row.begin("row", at + 1L, null);
                cells.forEach((field, column) -> {
                    if (column[index] != null) {
                        row.cell(field, column[index]);
                    }
                });
                lists.forEach((field, column) -> {
                    float[] list = column.get(index);
                    if (list != null) {
                        row.start(field).add(list, 0, list.length);
                    }
                });
                faults.forEach((field, column) -> {
                    Problem fault = column.get(index);
                    if (fault != null) {
                        row.fault(field, fault.what(), fault.remedy());
                    }
                });
                if (!sink.test(row)) {
                    return;
                }
            }
        }
    }
}
