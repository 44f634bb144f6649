package org.matryoscope.corpus.vectors;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one row of JSON into named fields. A key in an object in the row is "outer.inner", an element of an array that holds
 * anything but numbers "labels 1". A row that is itself an array of numbers is the field {@value #VECTOR}.
 */
final class JsonRowReader {
    /** The field of a row that is a vector and nothing else. */
    static final String VECTOR = "vector";

    private final JsonParser parser;
    private final TableRow row;
    private final Wanted wanted;

    /** Reads what is wanted of the tokens into a row. */
    JsonRowReader(JsonParser parser, TableRow row, Wanted wanted) {
        this.parser = parser;
        this.row = row;
        this.wanted = wanted;
    }

    /** Reads a row from its first token, the current one, to its last. */
    void read() {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            object("");
        } else {
            value(VECTOR);
        }
    }

    /** Reads a value from its first token, the current one, to its last, as a field of the row. */
    void read(String field) {
        value(field);
    }

    private void object(String prefix) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = prefix + parser.currentName();
            parser.nextToken();
            value(field);
        }
    }

    private void value(String field) {
        switch (parser.currentToken()) {
            case START_ARRAY -> array(field);
            case START_OBJECT -> {
                if (wanted.within(field)) {
                    object(field + ".");
                } else {
                    parser.skipChildren();
                }
                checkWanted(field, "an object");
            }
            case VALUE_STRING -> text(field);
            case VALUE_NULL -> {
                cell(field, "");
                if (wanted.vector(field)) {
                    row.missing(field, "there is null where a vector should be");
                }
            }
            default -> {
                if (wanted.cell(field)) {
                    cell(field, parser.getString());
                }
                checkWanted(field, "a single value");
            }
        }
    }

    private void text(String field) {
        if (wanted.vector(field) || wanted.cell(field)) {
            TextVector.readAsWanted(row, field, parser.getString(), wanted);
        }
    }

    private void cell(String field, String value) {
        if (wanted.cell(field)) {
            row.cell(field, value);
        }
    }

    /** A fault only where a vector is asked for; other rows of the same field may hold one. */
    private void checkWanted(String field, String found) {
        if (!wanted.isEverything() && wanted.vector(field)) {
            row.fault(field, "there is " + found + " where a vector should be",
                    "Give every row a list of numbers, or leave the row out of the file.");
        }
    }

    private void array(String field) {
        boolean vector = wanted.vector(field);
        if (!vector && !wanted.within(field)) {
            parser.skipChildren();
            return;
        }
        JsonToken first = parser.nextToken();
        boolean numbers = first.isNumeric() || first == JsonToken.VALUE_NULL;
        if (vector && (numbers || !wanted.isEverything())) {
            numbers(field, first);
        } else {
            elements(field, first);
        }
    }

    private void elements(String field, JsonToken first) {
        int element = 1;
        for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            value(field + " " + element++);
        }
    }

    private void numbers(String field, JsonToken first) {
        Numbers numbers = row.start(field);
        boolean values = wanted.values();
        for (JsonToken token = first; token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (!token.isNumeric()) {
                row.fault(field, Elements.notNumber(numbers.length() + 1, found(token)), Elements.REMEDY);
                skipRest();
                return;
            }
            if (numbers.isFull()) {
                row.fault(field, "the list has more than " + VectorFiles.MOST_DIMENSIONS + " numbers",
                        "Choose another field for the vectors.");
                skipRest();
                return;
            }
            numbers.add(values ? parser.getFloatValue() : 0);
        }
        if (numbers.length() == 0) {
            row.missing(field, "the list is empty");
        }
    }

    private String found(JsonToken token) {
        return switch (token) {
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case VALUE_NULL -> "null";
            default -> "“" + ListText.shortened(parser.getString()) + "”";
        };
    }

    private void skipRest() {
        for (JsonToken token = parser.currentToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            parser.skipChildren();
        }
    }
}
