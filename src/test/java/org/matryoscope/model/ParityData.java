package org.matryoscope.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What src/test/python/model/make_parity.py wrote: texts, token ids and sentence-transformers' vectors. */
final class ParityData {
    private static final int DIMENSION = 384;

    private ParityData() {
    }

    static List<String> texts() {
        return json("texts.json").valueStream().map(JsonNode::stringValue).toList();
    }

    static long[][] ids() {
        return json("tokens.json").path("ids").valueStream().map(ParityData::longs).toArray(long[][]::new);
    }

    static int[] cut() {
        return json("tokens.json").path("cut").valueStream().mapToInt(JsonNode::intValue).toArray();
    }

    /** Returns a vector a text: the last float16 numbers of the npy file. */
    static float[][] vectors() {
        byte[] file = bytes("vectors.npy");
        float[][] vectors = new float[texts().size()][DIMENSION];
        int size = vectors.length * DIMENSION * Short.BYTES;
        ShortBuffer numbers = ByteBuffer.wrap(file, file.length - size, size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asShortBuffer();
        for (float[] vector : vectors) {
            for (int i = 0; i < DIMENSION; i++) {
                vector[i] = Float.float16ToFloat(numbers.get());
            }
        }
        return vectors;
    }

    private static long[] longs(JsonNode list) {
        return list.valueStream().mapToLong(JsonNode::longValue).toArray();
    }

    private static JsonNode json(String name) {
        return new JsonMapper().readTree(bytes(name));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = ParityData.class.getResourceAsStream("/model/parity/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
