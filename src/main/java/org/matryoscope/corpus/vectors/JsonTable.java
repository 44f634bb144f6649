package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.vectors.JsonLayout.Container;

/** Rows of a JSON file: elements of an array, entries of an object, or values one after the other. */
final class JsonTable implements TableRows {
    /** The field of a row's name, where rows are entries of an object. */
    static final String KEY = "key";

    private final Path file;
    private final JsonLayout layout;
    private final boolean lines;
    private final boolean bulk;

    private JsonTable(Path file, JsonLayout layout, boolean lines, boolean bulk) {
        this.file = file;
        this.layout = layout;
        this.lines = lines;
        this.bulk = bulk;
    }

    /** Opens a .json file, whose rows are looked for. */
    static TableRows json(Path file, Progress progress) {
        if (BulkAction.begins(file)) {
            return new JsonTable(file, JsonLayout.VALUES, true, true);
        }
        JsonLayout layout = JsonLayoutFinder.find(file, progress);
        if (layout.container() == Container.ARRAY && !layout.path().isEmpty()) {
            JsonColumns columns = JsonColumns.beside(file, layout.path(), progress);
            if (columns.areSeveral()) {
                return columns;
            }
        }
        return new JsonTable(file, layout, false, false);
    }

    /** Opens a .jsonl file, a row a line; lines between them may be actions. */
    static JsonTable lines(Path file) {
        return new JsonTable(file, JsonLayout.VALUES, true, BulkAction.begins(file));
    }

    @Override
    public List<String> assumed() {
        return bulk ? List.of("lines such as {\"index\": {}} are no rows but actions of a bulk request") : List.of();
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public boolean isNamed() {
        return layout.container() == Container.OBJECT;
    }

    @Override
    public void forEach(Wanted wanted, Progress progress, Predicate<TableRow> sink) {
        JsonInput.read(file, progress, parser -> {
            TableRow row = new TableRow(file);
            JsonRowReader reader = new JsonRowReader(parser, row, wanted);
            descend(parser);
            JsonToken end = switch (layout.container()) {
                case VALUES -> null;
                case ARRAY -> JsonToken.END_ARRAY;
                case OBJECT -> JsonToken.END_OBJECT;
            };
            boolean more = true;
            for (long number = 1; more && parser.nextToken() != end; number++) {
                String id = null;
                if (bulk) {
                    BulkAction action = BulkAction.require(file, parser);
                    if (!action.hasDocument()) {
                        continue;
                    }
                    id = action.id();
                    if (parser.nextToken() == null) {
                        throw new Problem(file.toString(), "the document of the last action is not there",
                                "It was cut off: export or copy it again.");
                    }
                }
                String name = isNamed() ? parser.currentName() : null;
                if (name != null) {
                    parser.nextToken();
                }
                begin(row, parser, number, name);
                name(row, wanted, name);
                reader.read();
                // A key of the row may be called so too; the row's name must be found there.
                name(row, wanted, name);
                if (id != null && wanted.cell(BulkAction.ID)) {
                    row.cell(BulkAction.ID, id);
                }
                more = sink.test(row);
            }
            if (more) {
                finish(parser);
            }
        });
    }

    private static void name(TableRow row, Wanted wanted, @Nullable String name) {
        if (name != null && wanted.cell(KEY)) {
            row.cell(KEY, name);
        }
    }

    private void begin(TableRow row, JsonParser parser, long number, @Nullable String name) {
        if (lines) {
            row.begin("line", parser.currentTokenLocation().getLineNr(), null);
        } else {
            row.begin("row", number, name);
        }
    }

    /**
     * Goes to the container's first token.
     *
     * @throws Problem if a key on the way stands twice, and first with something else than the rows were found in
     */
    private void descend(JsonParser parser) {
        if (layout.container() == Container.VALUES) {
            return;
        }
        JsonToken value = parser.nextToken();
        for (String key : layout.path()) {
            value = value == JsonToken.START_OBJECT ? valueOf(key, parser) : null;
        }
        if (value != (layout.container() == Container.ARRAY ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)) {
            throw twice(file, layout.path(), parser);
        }
    }

    /** Returns the problem that keys lead to something else than they did before. */
    static Problem twice(Path file, List<String> path, JsonParser parser) {
        return new Problem(file + ", line " + parser.currentTokenLocation().getLineNr(),
                "the key “" + String.join(".", path) + "” stands in the file more than once",
                "Rename or remove the one that does not hold the vectors.");
    }

    /** Goes on to the first token of a key's value in the object begun; null where the object has no such key. */
    static @Nullable JsonToken valueOf(String key, JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean found = parser.currentName().equals(key);
            JsonToken value = parser.nextToken();
            if (found) {
                return value;
            }
            parser.skipChildren();
        }
        return null;
    }

    /** Reads on to the file's end, which must be well formed and hold nothing more. */
    private void finish(JsonParser parser) {
        if (layout.container() == Container.VALUES) {
            return;
        }
        List<String> path = layout.path();
        for (int depth = path.size(); depth > 0; depth--) {
            skipObject(parser);
        }
        requireEnd(file, parser);
    }

    /** Reads on to the end of an object. */
    static void skipObject(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.nextToken();
            parser.skipChildren();
        }
    }

    /**
     * Requires that nothing follows.
     *
     * @throws Problem if something does
     */
    static void requireEnd(Path file, JsonParser parser) {
        if (parser.nextToken() != null) {
            throw new Problem(file + ", line " + parser.currentTokenLocation().getLineNr(),
                    "something follows where the JSON value has ended",
                    "Remove it, or call the file .jsonl if it holds one value a line.");
        }
    }
}
