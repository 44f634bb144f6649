package org.matryoscope.corpus.vectors;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses the few Python literals that stand in the header of an npy file: dictionaries, tuples, lists, texts, whole numbers,
 * True, False and None. Nothing is ever evaluated.
 */
final class PythonLiteral {
    /** Deeper than any header that numpy writes, and shallow enough for the stack. */
    private static final int DEEPEST = 16;

    /** Python's None. */
    enum None {
        /** The only one. */
        NONE
    }

    private final String text;
    private int at;
    private int depth;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /**
     * Parses a literal with nothing but white space behind it.
     *
     * @return a Map, List (of a tuple or list), String, Long, Boolean or {@link None}
     * @throws ParseException if it is anything else; carries the place
     */
    static Object parse(String text) throws ParseException {
        PythonLiteral parser = new PythonLiteral(text);
        Object value = parser.value();
        parser.skipSpace();
        if (parser.at < text.length()) {
            throw parser.error();
        }
        return value;
    }

    private Object value() throws ParseException {
        skipSpace();
        if (at == text.length() || depth == DEEPEST) {
            throw error();
        }
        depth++;
        char first = text.charAt(at);
        Object value = switch (first) {
            case '{' -> dictionary();
            case '(' -> sequence(')');
            case '[' -> sequence(']');
            case '\'', '"' -> string(first);
            default -> Character.isDigit(first) || first == '-' ? number() : word();
        };
        depth--;
        return value;
    }

    private Map<String, Object> dictionary() throws ParseException {
        Map<String, Object> entries = new LinkedHashMap<>();
        at++;
        while (!accept('}')) {
            if (!(value() instanceof String key) || !accept(':') || entries.put(key, value()) != null) {
                throw error();
            }
            separator('}');
        }
        return entries;
    }

    private List<Object> sequence(char end) throws ParseException {
        List<Object> items = new ArrayList<>();
        at++;
        while (!accept(end)) {
            items.add(value());
            separator(end);
        }
        return items;
    }

    private void separator(char end) throws ParseException {
        if (!accept(',') && (at == text.length() || text.charAt(at) != end)) {
            throw error();
        }
    }

    private String string(char quote) throws ParseException {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == quote) {
                at++;
                return value.toString();
            }
            if (next == '\\') {
                // numpy escapes only in the names of fields, and arrays with fields are refused anyway.
                at++;
            }
            value.append(next);
        }
        throw error();
    }

    private Long number() throws ParseException {
        int from = at++;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        try {
            long value = Long.parseLong(text, from, at, 10);
            if (at < text.length() && text.charAt(at) == 'L') {
                at++; // written by Python 2
            }
            return value;
        } catch (NumberFormatException e) {
            throw error();
        }
    }

    private Object word() throws ParseException {
        for (Map.Entry<String, Object> word : Map.<String, Object>of("True", true, "False", false, "None", None.NONE)
                .entrySet()) {
            if (text.startsWith(word.getKey(), at)) {
                at += word.getKey().length();
                return word.getValue();
            }
        }
        throw error();
    }

    private boolean accept(char wanted) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private ParseException error() {
        return new ParseException("not a literal that an npy header may hold", at);
    }
}
