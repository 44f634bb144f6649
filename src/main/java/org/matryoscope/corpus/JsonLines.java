package org.matryoscope.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Files of one JSON object a line; blank lines are passed over. */
final class JsonLines {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonLines() {
    }

    /** Takes an object and the line it stands in, counted from 1. */
    interface Sink<T> {
        void accept(long line, T value);
    }

    static <T> void read(Path path, Class<T> type, Progress progress, Sink<T> sink) {
        TextFile file = TextFile.open(path, null, progress);
        try (BufferedReader reader = file.reader(progress)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    sink.accept(number, parse(file, number, line, type));
                }
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    static <T> T parse(TextFile file, long number, String line, Class<T> type) {
        try {
            return MAPPER.readValue(line, type);
        } catch (JacksonException e) {
            throw new Problem(file.place(number), "this is not the JSON object that was expected (" + reason(e) + ")",
                    "Write one JSON object a line.", e);
        }
    }

    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        return message.lines().findFirst().orElse("malformed");
    }
}
