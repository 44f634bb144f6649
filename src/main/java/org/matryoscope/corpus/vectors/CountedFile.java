package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import org.matryoscope.base.NumberType;
import org.matryoscope.base.Problem;

/** An .fbin file, or one like it: count and dimension as little-endian int32, then the rows, all numbers of one type. */
final class CountedFile {
    /** Bytes before the first row. */
    static final int HEADER = 2 * Integer.BYTES;

    private CountedFile() {
    }

    /**
     * Opens a file and checks its size against its first two numbers.
     *
     * @param path the file
     * @param type what its numbers are
     * @throws IOException if it cannot be read
     * @throws Problem if its size does not fit
     */
    static ArrayFile open(Path path, NumberType type) throws IOException {
        return OneArray.open(path, channel -> array(path, channel, type));
    }

    private static StoredArray array(Path path, FileChannel channel, NumberType type) throws IOException {
        long size = channel.size();
        if (size < HEADER) {
            throw new Problem(path.toString(), "the file is empty or cut off", "Choose a file with vectors.");
        }
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        new ChannelBytes(channel).read(0, header);
        long rows = Integer.toUnsignedLong(header.getInt(0));
        long dimension = Integer.toUnsignedLong(header.getInt(Integer.BYTES));
        long expected = HEADER + rows * dimension * type.bytes();
        // Both are below 2³², so a product that does not fit a long is negative.
        if (expected != size || dimension > VectorFiles.MOST_DIMENSIONS) {
            throw new Problem(path.toString(),
                    "its first numbers say that it holds " + rows + " vectors of " + dimension + " numbers, which take "
                            + HEADER + " + " + rows + " × " + dimension + " × " + type.bytes()
                            + " bytes, but there are " + size,
                    "Copy or export the file again; it is cut off, or its name says another type of numbers.");
        }
        return new StoredArray("", path.toString(), new NumberItems(type, ByteOrder.LITTLE_ENDIAN),
                new long[]{rows, dimension}, false, HEADER, 0);
    }
}
