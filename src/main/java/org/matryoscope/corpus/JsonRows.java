package org.matryoscope.corpus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/**
 * Rows of JSON lines. Keys are the columns; an array becomes one column an element ("labels 1", "labels 2"), an object one
 * column a key ("meta.source").
 */
final class JsonRows {
    private JsonRows() {
    }

    static void forEach(TextFile file, Progress progress, Predicate<Row> sink) {
        JsonLines.read(file, JsonNode.class, progress, (line, node) -> {
            if (!(node instanceof ObjectNode)) {
                throw new Problem(file.place(line), "this is a JSON value, but not an object",
                        "Write one JSON object a line, with a key that holds the text.");
            }
            Map<String, String> cells = new LinkedHashMap<>();
            node.properties().forEach(property -> flatten(property.getKey(), property.getValue(), cells));
            return sink.test(new Row(line, cells));
        });
    }

    private static void flatten(String name, JsonNode value, Map<String, String> cells) {
        switch (value.getNodeType()) {
            case ARRAY -> {
                for (int i = 0; i < value.size(); i++) {
                    flatten(name + " " + (i + 1), value.get(i), cells);
                }
            }
            case OBJECT ->
                value.properties().forEach(each -> flatten(name + "." + each.getKey(), each.getValue(), cells));
            case NULL, MISSING -> cells.put(name, "");
            case STRING, NUMBER, BOOLEAN, BINARY, POJO -> cells.put(name, value.asString());
        }
    }
}
