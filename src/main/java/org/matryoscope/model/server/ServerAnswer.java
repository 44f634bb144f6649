package org.matryoscope.model.server;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Base64;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the parts of servers' answers apart. */
final class ServerAnswer {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int SHOWN = 300;

    private ServerAnswer() {
    }

    /** Reads JSON; null if it is none. */
    static @Nullable JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    /**
     * Reads a vector: a list of numbers, or little-endian float32 in base64.
     *
     * @return its entries; null if it is neither, or an entry is not a finite number
     */
    static float @Nullable [] vector(JsonNode node) {
        float[] vector;
        if (node.isString()) {
            vector = decoded(node.stringValue());
        } else {
            vector = new float[node.isArray() ? node.size() : 0];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = node.get(i).isNumber() ? node.get(i).floatValue() : Float.NaN;
            }
        }
        for (float entry : vector) {
            if (!Float.isFinite(entry)) {
                return null;
            }
        }
        return vector.length == 0 ? null : vector;
    }

    private static float[] decoded(String base64) {
        try {
            FloatBuffer floats = ByteBuffer.wrap(Base64.getDecoder().decode(base64))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] vector = new float[floats.remaining()];
            floats.get(vector);
            return vector;
        } catch (IllegalArgumentException notBase64) {
            return new float[0];
        }
    }

    /** Returns the message of an error, as Ollama, OpenAI, FastAPI and others write it; else the start of the body. */
    static String message(String body) {
        JsonNode json = json(body);
        if (json != null) {
            for (String field : new String[]{"/error/message", "/error", "/message", "/detail"}) {
                JsonNode message = json.at(field);
                if (message.isString() && !message.stringValue().isBlank()) {
                    return shortened(message.stringValue());
                }
            }
        }
        return shortened(body);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
