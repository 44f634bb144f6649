package org.matryoscope.corpus.vectors;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.vectors.JsonLayout.Container;

/** Finds the rows of a JSON file by where its first arrays of numbers stand. Reads no further than it must. */
final class JsonLayoutFinder {
    /** An object with more entries is taken for names with vectors, without looking at what follows it. */
    private static final int MOST_KEYS = 1000;

    private final Path file;
    private final JsonParser parser;

    private JsonLayoutFinder(Path file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * What an object holds.
     *
     * @param layout where the rows seem to be
     * @param key the first of its own keys that holds numbers; "" where the layout is certain, since no other object like it could
     *     make it a row itself
     */
    private record Found(JsonLayout layout, String key) {
        static Found certain(JsonLayout layout) {
            return new Found(layout, "");
        }

        boolean isCertain() {
            return key.isEmpty();
        }
    }

    static JsonLayout find(Path file, Progress progress) {
        JsonLayout[] found = {JsonLayout.VALUES};
        JsonInput.read(file, progress, parser -> found[0] = new JsonLayoutFinder(file, parser).find());
        return found[0];
    }

    private JsonLayout find() {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw new Problem(file.toString(), "the file is empty", "Choose a file with at least one vector.");
        }
        if (token == JsonToken.START_ARRAY) {
            JsonToken element = parser.nextToken();
            return element.isNumeric() ? JsonLayout.VALUES : new JsonLayout(Container.ARRAY, List.of());
        }
        if (token == JsonToken.START_OBJECT) {
            Found found = object(List.of());
            if (found != null) {
                return found.layout();
            }
        }
        throw new Problem(file.toString(), "no list of numbers was found in it",
                "Choose a file with an object of name and vector, a list of vectors, or a list of objects with one each.");
    }

    private @Nullable Found object(List<String> path) {
        Found inner = null;
        String numbersKey = "";
        boolean texts = false;
        int entries = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            JsonToken value = parser.nextToken();
            texts |= value == JsonToken.VALUE_STRING;
            if (value == JsonToken.START_ARRAY) {
                Content content = array();
                if (content == Content.ROWS) {
                    return Found.certain(new JsonLayout(Container.ARRAY, append(path, key)));
                }
                numbersKey = numbersKey.isEmpty() && content == Content.NUMBERS ? key : numbersKey;
            } else if (value == JsonToken.START_OBJECT) {
                Found next = object(append(path, key));
                if (next != null && next.isCertain()) {
                    return next;
                }
                if (next != null && inner != null && next.key().equals(inner.key())) {
                    return Found.certain(new JsonLayout(Container.OBJECT, path));
                }
                inner = inner == null ? next : inner;
            }
            if (++entries >= MOST_KEYS && !numbersKey.isEmpty()) {
                return Found.certain(new JsonLayout(Container.OBJECT, path));
            }
        }
        if (numbersKey.isEmpty()) {
            return inner;
        }
        boolean oneOfMany = path.isEmpty() && (texts || parser.nextToken() != null);
        return new Found(oneOfMany ? JsonLayout.VALUES : new JsonLayout(Container.OBJECT, path), numbersKey);
    }

    private enum Content {
        NUMBERS, ROWS, OTHER
    }

    /** Looks at an array's first element and passes the rest over, unless it holds rows. */
    private Content array() {
        JsonToken first = parser.nextToken();
        Content content = Content.OTHER;
        if (first.isNumeric()) {
            content = Content.NUMBERS;
        } else if (first.isStructStart() && holdsNumbers()) {
            return Content.ROWS;
        }
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            parser.skipChildren();
        }
        return content;
    }

    /** Reads an array or object to its end and says whether a list of numbers, or a vector as a text, is in it. */
    private boolean holdsNumbers() {
        boolean found = false;
        int depth = 1;
        boolean inArray = parser.currentToken() == JsonToken.START_ARRAY;
        while (depth > 0) {
            JsonToken token = parser.nextToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            found |= token.isNumeric() && inArray;
            found |= token == JsonToken.VALUE_STRING && Base64Floats.decodeIfLikely(parser.getString()) != null;
            inArray = parser.streamReadContext().inArray();
        }
        return found;
    }

    private static List<String> append(List<String> path, String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return List.copyOf(longer);
    }
}
