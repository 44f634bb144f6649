package org.matryoscope.cli;

import java.math.MathContext;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** JSON as the documentation shows it: short numbers, and long arrays cut off by "…". */
final class DocumentedJson {
    private static final String AND_SO_ON = "…";
    private static final int SHOWN = 3;
    private static final MathContext DIGITS = new MathContext(4);
    private static final JsonMapper MAPPER = new JsonMapper();

    private DocumentedJson() {
    }

    static boolean goesOn(JsonNode array) {
        return !array.isEmpty() && AND_SO_ON.equals(array.get(array.size() - 1).asString(""));
    }

    static String shortened(String json) {
        JsonNode tree = rounded(MAPPER.readTree(json));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer().with(printer).writeValueAsString(tree);
    }

    private static JsonNode rounded(JsonNode node) {
        if (node.isFloatingPointNumber()) {
            return MAPPER.getNodeFactory().numberNode(node.decimalValue().round(DIGITS).stripTrailingZeros());
        }
        if (node instanceof ArrayNode array) {
            ArrayNode shorter = MAPPER.createArrayNode();
            boolean numbers = !array.isEmpty() && array.get(0).isNumber();
            for (int i = 0; i < (numbers ? Math.min(SHOWN, array.size()) : array.size()); i++) {
                shorter.add(rounded(array.get(i)));
            }
            return shorter.size() < array.size() ? shorter.add(AND_SO_ON) : shorter;
        }
        if (node.isObject()) {
            var object = MAPPER.createObjectNode();
            node.properties().forEach(each -> object.set(each.getKey(), rounded(each.getValue())));
            return object;
        }
        return node;
    }
}
