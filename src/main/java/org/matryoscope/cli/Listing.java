package org.matryoscope.cli;

import java.nio.file.Path;
import java.util.List;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** A list of records for other programs. */
final class Listing {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            // As the file system writes them, not as URIs.
            .addModule(new SimpleModule().addSerializer(Path.class, ToStringSerializer.instance))
            .build();

    private Listing() {
    }

    /** Returns an array of objects, whose keys are the records' components, ended by a line break. */
    static String json(List<? extends Record> records) {
        return MAPPER.writeValueAsString(records) + System.lineSeparator();
    }
}
