package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/**
 * A line that says what to do with the document in the next one, as the bulk interface of Elasticsearch and OpenSearch wants
 * it: {@code {"index": {"_id": "7"}}}.
 *
 * @param id the document's id; null where the line has none
 * @param hasDocument whether a document follows
 */
record BulkAction(@Nullable String id, boolean hasDocument) {
    /** The field of the ids. */
    static final String ID = "_id";

    private static final String DELETE = "delete";
    private static final Set<String> ACTIONS = Set.of("index", "create", "update", DELETE);
    /** Keys of an action that do not begin with an underscore. */
    private static final Set<String> SETTINGS = Set.of("routing", "version", "version_type", "if_seq_no",
            "if_primary_term", "pipeline", "require_alias", "require_data_stream", "retry_on_conflict",
            "dynamic_templates", "list_executed_pipelines");

    /** Whether a file begins with such a line and an object after it. */
    static boolean begins(Path file) {
        boolean[] found = {false};
        JsonInput.read(file, Progress.NONE, parser -> {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                BulkAction first = read(parser);
                found[0] = first != null && parser.nextToken() == JsonToken.START_OBJECT;
            }
        });
        return found[0];
    }

    /**
     * Reads an action from its first token, the current one, to its last.
     *
     * @param file for messages
     * @param parser at the beginning of an object
     * @throws Problem if the object is no action
     */
    static BulkAction require(Path file, JsonParser parser) {
        long line = parser.currentTokenLocation().getLineNr();
        BulkAction action = parser.currentToken() == JsonToken.START_OBJECT ? read(parser) : null;
        if (action == null) {
            throw new Problem(file + ", line " + line,
                    "the file begins with action lines, such as {\"index\": {}}, but here there is none",
                    "Put one before every document, or leave them all out.");
        }
        return action;
    }

    private static @Nullable BulkAction read(JsonParser parser) {
        if (parser.nextToken() != JsonToken.PROPERTY_NAME || !ACTIONS.contains(parser.currentName())) {
            return null;
        }
        String action = parser.currentName();
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        String id = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            if (!key.startsWith("_") && !SETTINGS.contains(key)) {
                return null;
            }
            if (key.equals(ID) && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                id = parser.getString();
            }
            parser.skipChildren();
        }
        return parser.nextToken() == JsonToken.END_OBJECT ? new BulkAction(id, !action.equals(DELETE)) : null;
    }
}
