package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import org.matryoscope.base.NumberType;
import org.matryoscope.base.Problem;

/** An .fvecs or .bvecs file: rows of a little-endian int32, which is the dimension, and as many floats or bytes. */
final class VecsFile {
    private VecsFile() {
    }

    /** Opens an .fvecs file; see {@link #open}. */
    static ArrayFile floats(Path path) throws IOException {
        return open(path, NumberType.FLOAT32);
    }

    /** Opens a .bvecs file; see {@link #open}. */
    static ArrayFile bytes(Path path) throws IOException {
        return open(path, NumberType.UINT8);
    }

    /**
     * Opens a file and checks its size against its first row.
     *
     * @throws IOException if it cannot be read
     * @throws Problem if its size does not fit
     */
    private static ArrayFile open(Path path, NumberType type) throws IOException {
        return OneArray.open(path, channel -> array(path, channel, type));
    }

    private static StoredArray array(Path path, FileChannel channel, NumberType type) throws IOException {
        long size = channel.size();
        if (size < Integer.BYTES) {
            throw new Problem(path.toString(), "the file is empty or cut off", "Choose a file with vectors.");
        }
        ByteBuffer first = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        new ChannelBytes(channel).read(0, first);
        int dimension = first.getInt(0);
        long row = Integer.BYTES + (long) dimension * type.bytes();
        if (dimension < 1 || dimension > VectorFiles.MOST_DIMENSIONS) {
            int swapped = Integer.reverseBytes(dimension);
            boolean otherOrder = swapped >= 1 && swapped <= VectorFiles.MOST_DIMENSIONS;
            throw new Problem(path + ", row 1",
                    "the row says that it has " + dimension + " entries"
                            + (otherOrder ? "; in the other byte order that is " + swapped : ""),
                    otherOrder
                            ? "Write the file again in little-endian byte order."
                            : "Check that it is a file of this kind, with 1 to " + VectorFiles.MOST_DIMENSIONS
                                    + " entries a row.");
        }
        if (size % row != 0) {
            throw new Problem(path + ", row " + (size / row + 1),
                    "the file ends in the middle of a row: rows of " + dimension + " entries take " + row
                            + " bytes, and " + size % row + " bytes are left over",
                    "Copy or export the file again; it is cut off, or its rows differ in length.");
        }
        return new StoredArray("", path.toString(), new NumberItems(type, ByteOrder.LITTLE_ENDIAN),
                new long[]{size / row, dimension}, false, 0, Integer.BYTES);
    }
}
