package org.matryoscope.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Files of one JSON value a line; blank lines are passed over. */
final class JsonLines {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonLines() {
    }

    /** Takes a value and the line it stands in, from 1, and says whether it wants more. */
    interface Sink<T> {
        boolean accept(long line, T value);
    }

    static <T> void read(Path path, Class<T> type, Progress progress, Sink<T> sink) {
        read(TextFile.open(path, null, progress), type, progress, sink);
    }

    static <T> void read(TextFile file, Class<T> type, Progress progress, Sink<T> sink) {
        try (BufferedReader reader = file.reader(progress)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                if (!line.isBlank() && !sink.accept(number, parse(file, number, line, type))) {
                    return;
                }
            }
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private static <T> T parse(TextFile file, long number, String line, Class<T> type) {
        try {
            return MAPPER.readValue(line, type);
        } catch (JacksonException e) {
            String reason = e.getOriginalMessage().lines().findFirst().orElse("malformed");
            throw new Problem(file.place(number), "this is not the JSON object that was expected (" + reason + ")",
                    "Write one JSON object a line.", e);
        }
    }
}
