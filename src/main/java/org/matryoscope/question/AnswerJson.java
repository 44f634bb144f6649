package org.matryoscope.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import org.matryoscope.vector.ExcludedRow;
import org.matryoscope.vector.VectorStore;

/**
 * An answer as JSON: what it is about, the first contender's numbers, the finding, and the numbers of every contender.
 * Properties stand in the order of the records' components; those without a value are left out.
 */
public final class AnswerJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private AnswerJson() {
    }

    /**
     * Writes an answer.
     *
     * @param asking what was asked
     * @param answer what came of it
     * @param dims the prefixes to list; empty for each contender's ladder
     * @return indented JSON without a line break at the end
     */
    public static String write(Asking asking, Answer answer, java.util.List<Integer> dims) {
        ObjectNode json = MAPPER.createObjectNode();
        VectorStore store = asking.first().subject().texts().store();
        json.put("model", asking.first().model());
        json.put("dimension", store.dimension());
        json.put("documents", store.rows());
        addExcluded(json, store);
        json.setAll(fields(asking, answer, 0, dims));
        json.put("finding", answer.finding(asking.choices()).text());
        json.put("measuredOn", answer.measuredOn());
        ArrayNode contenders = json.putArray("contenders");
        asking.indices().forEach(i -> {
            Contender contender = asking.contenders().get(i);
            ObjectNode one = contenders.addObject();
            one.put("name", contender.name());
            one.put("model", contender.model());
            one.put("rotation", contender.rotation());
            one.setAll(fields(asking, answer, i, dims));
        });
        return MAPPER.writeValueAsString(json);
    }

    private static ObjectNode fields(Asking asking, Answer answer, int contender, java.util.List<Integer> dims) {
        int[] prefixes = Prefixes.listed(dims, asking.contenders().get(contender).subject().texts().origin());
        return MAPPER.valueToTree(answer.fields(contender, prefixes));
    }

    private static void addExcluded(ObjectNode json, VectorStore store) {
        if (store.excluded().isEmpty()) {
            return;
        }
        ArrayNode excluded = json.putArray("excluded");
        for (ExcludedRow row : store.excluded()) {
            excluded.addObject().put("row", row.row()).put("reason", row.reason());
        }
    }
}
