package org.matryoscope.rotation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.matryoscope.base.Problem;
import org.matryoscope.base.TensorFile;

/**
 * Rotations as safetensors: one float32 tensor "rotation" of D × D, whose row i is the axis that becomes dimension i, and in
 * the metadata its kind, what and how much it was fitted on, and its seed.
 */
public final class RotationFile {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String TENSOR = "rotation";
    private static final String METADATA = "__metadata__";
    private static final int LONGEST_HEADER = 1 << 20;

    private RotationFile() {
    }

    /**
     * Writes a rotation.
     *
     * @param rotation what to write; not as-is, which is no map to keep
     * @param file where to
     * @throws Problem if it cannot be written
     * @throws IllegalArgumentException if the rotation is as-is
     */
    public static void save(Rotation rotation, Path file) {
        if (rotation.kind() == RotationKind.AS_IS) {
            throw new IllegalArgumentException("vectors as they are need no rotation");
        }
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("kind", rotation.kind().key());
        metadata.put("fitted_on", rotation.fittedOn());
        metadata.put("fitted_rows", Integer.toString(rotation.fittedRows()));
        metadata.put("seed", Long.toString(rotation.seed()));
        int dimension = rotation.dimension();
        byte[] bytes = TensorFile.bytes(metadata,
                List.of(new TensorFile.Tensor(TENSOR, rotation.matrix(), dimension, dimension)));
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new Problem(file.toString(), "the rotation cannot be written",
                    "Check that the disk has room, or choose another folder.", e);
        }
    }

    /**
     * Reads a rotation.
     *
     * @param file a file that {@link #save} wrote, or any safetensors file with a square float32 tensor "rotation"
     * @return the rotation
     * @throws Problem if it cannot be read or holds no rotation
     */
    public static Rotation load(Path file) {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Problem(file.toString(), "the file cannot be read", "Check where it lies and its permissions.",
                    e);
        }
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        JsonNode header = header(bytes, file);
        JsonNode tensor = header.path(TENSOR);
        int dimension = tensor.path("shape").path(0).asInt(0);
        if (!tensor.path("dtype").asString("").equals("F32") || tensor.path("shape").size() != 2 || dimension < 1
                || tensor.path("shape").path(1).asInt(0) != dimension) {
            throw wrong(file, "it holds no square float32 tensor named rotation");
        }
        float[] matrix = matrix(bytes, tensor, dimension, file);
        JsonNode facts = header.path(METADATA);
        String kind = facts.path("kind").asString("");
        return new Rotation(
                Stream.of(RotationKind.values())
                        .filter(each -> each != RotationKind.AS_IS && each.key().equals(kind))
                        .findFirst()
                        .orElse(RotationKind.TRAINED),
                dimension, matrix, facts.path("fitted_on").asString(""), facts.path("fitted_rows").asInt(0),
                facts.path("seed").asLong(0));
    }

    private static JsonNode header(ByteBuffer bytes, Path file) {
        if (bytes.remaining() < Long.BYTES) {
            throw wrong(file, "it is too short for a safetensors file");
        }
        long length = bytes.getLong();
        if (length < 2 || length > Math.min(LONGEST_HEADER, bytes.remaining())) {
            throw wrong(file, "it does not begin as a safetensors file does");
        }
        byte[] text = new byte[(int) length];
        bytes.get(text);
        try {
            return MAPPER.readTree(new String(text, StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            throw wrong(file, "its header is not JSON");
        }
    }

    private static float[] matrix(ByteBuffer bytes, JsonNode tensor, int dimension, Path file) {
        long from = tensor.path("data_offsets").path(0).asLong(-1);
        long size = (long) dimension * dimension * Float.BYTES;
        if (from < 0 || size > Integer.MAX_VALUE || from + size > bytes.remaining()) {
            throw wrong(file, "it ends before its tensor does");
        }
        float[] matrix = new float[dimension * dimension];
        bytes.slice(bytes.position() + (int) from, (int) size)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(matrix);
        for (int i = 0; i < matrix.length; i++) {
            if (!Float.isFinite(matrix[i])) {
                throw wrong(file, String.format(Locale.ROOT, "row %d of its tensor holds a value that is not finite",
                        i / dimension));
            }
        }
        return matrix;
    }

    private static Problem wrong(Path file, String what) {
        return new Problem(file.toString(), what, "Choose a file of a rotation that this app wrote.");
    }
}
