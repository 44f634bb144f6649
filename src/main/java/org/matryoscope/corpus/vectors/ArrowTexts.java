package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** A column of texts, or of bytes. */
final class ArrowTexts extends ArrowColumn {
    /** Longer cells hold neither texts that a model reads nor vectors. */
    private static final int LONGEST = 1 << 24;

    private final Cells cells;
    private final boolean isText;
    private byte[] cell = new byte[0];

    /** Where the bytes of cells come from. */
    @FunctionalInterface
    interface Cells {
        /**
         * Goes to the next cell.
         *
         * @param isNull whether its bytes mean nothing
         * @return its bytes
         */
        byte[] next(boolean isNull) throws IOException;
    }

    /**
     * Starts before the first row.
     *
     * @param name the field
     * @param validity whether each row has a cell
     * @param cells the bytes of each
     * @param isText whether they are texts
     */
    ArrowTexts(String name, List<ArrowBits> validity, Cells cells, boolean isText) {
        super(name, validity);
        this.cells = cells;
        this.isText = isText;
    }

    /** Cells that follow one another. */
    static Cells inOrder(ArrowOffsets offsets, ArrowBuffer data) {
        return isNull -> {
            long length = offsets.next();
            data.skip(offsets.skipped());
            byte[] cell = new byte[length(length)];
            data.read(cell, cell.length);
            return cell;
        };
    }

    /** Cells of views: up to 12 bytes in the view, more of them in one of several buffers. */
    static Cells views(ArrowBuffer views, List<ArrowBuffer> data) {
        byte[] view = new byte[16];
        ByteBuffer parts = ByteBuffer.wrap(view).order(ByteOrder.LITTLE_ENDIAN);
        return isNull -> {
            views.read(view, view.length);
            if (isNull) {
                return new byte[0];
            }
            int length = length(parts.getInt(0));
            if (length <= 12) {
                return Arrays.copyOfRange(view, 4, 4 + length);
            }
            int buffer = parts.getInt(8);
            if (buffer < 0 || buffer >= data.size()) {
                throw new IOException("a text lies in a buffer that is not there");
            }
            return data.get(buffer).at(parts.getInt(12), length);
        };
    }

    /** Returns a length that fits memory. */
    private static int length(long length) throws IOException {
        if (length < 0 || length > LONGEST) {
            throw new IOException("a cell has " + length + " bytes");
        }
        return (int) length;
    }

    @Override
    void advance() throws IOException {
        cell = cells.next(isNull());
    }

    /** Returns this row's text. */
    String text() throws IOException {
        return Utf8.decode(ByteBuffer.wrap(cell)).orElseThrow(() -> new IOException("a text is not valid UTF-8"));
    }

    @Override
    void read(TableRow row, Wanted wanted) throws IOException {
        if (isNull()) {
            absent(row, wanted, "the cell is null");
        } else if (isText) {
            TextVector.readAsWanted(row, name(), text(), wanted);
        } else {
            FloatBytes.readAsWanted(row, name(), ByteBuffer.wrap(cell), wanted);
        }
    }
}
