package org.matryoscope.export;

import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes results as JSON: properties in the order of the record's components, those without a value left out. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Json() {
    }

    /**
     * Writes a result.
     *
     * @param result a {@link ScoresResult}, {@link EnergyResult} or {@link StabilityResult}
     * @return indented JSON without a line break at the end
     */
    public static String write(Record result) {
        return MAPPER.writeValueAsString(result);
    }
}
