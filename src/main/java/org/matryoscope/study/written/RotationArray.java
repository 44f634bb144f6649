package org.matryoscope.study.written;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

import org.matryoscope.base.Problem;
import org.matryoscope.rotation.Rotation;

/** A rotation as an array of numpy's: D × D of float32, row i the axis that becomes dimension i. */
public final class RotationArray {
    private RotationArray() {
    }

    /**
     * Writes it; a file that is there is replaced.
     *
     * @param rotation what to write
     * @param file where to
     * @throws Problem if it cannot be written
     */
    public static void write(Rotation rotation, Path file) {
        float[] entries = rotation.entries();
        ByteBuffer bytes = ByteBuffer.allocate(entries.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(entries);
        try (OutputStream out = Files.newOutputStream(file)) {
            NpyHeader.write(out, "<f4", rotation.dimension(), rotation.dimension());
            out.write(bytes.array());
        } catch (IOException e) {
            throw new Problem(file.toString(), "the rotation cannot be written",
                    "Check that its folder exists, may be written to and has room.", e);
        }
    }

    /**
     * Returns the lines of Python that apply it.
     *
     * @param file the array's
     */
    public static String python(Path file) {
        return """
                import numpy as np

                rotation = np.load("%s")   # row i is the axis that becomes dimension i

                def adapt(vectors, dims):
                    rotated = np.asarray(vectors, dtype=np.float32) @ rotation.T
                    prefix = rotated[:, :dims]
                    return prefix / np.linalg.norm(prefix, axis=1, keepdims=True)

                # Documents and queries alike: adapt(model.encode(texts), 64)
                """.formatted(file.toString().replace("\\", "/"));
    }
}
