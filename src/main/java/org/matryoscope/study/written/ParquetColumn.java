package org.matryoscope.study.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.github.luben.zstd.Zstd;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;

/**
 * The values of one column that wait for their page: one data page of version 1, plain values, compressed with zstd. Every
 * value is there; a list has one or more entries, and all lists of a column the same number.
 */
final class ParquetColumn {
    private final List<String> path;
    private final Type type;
    private final int perRow;
    private final boolean isList;
    private ByteArrayOutputStream values = new ByteArrayOutputStream();
    private int rows;

    private ParquetColumn(List<String> path, Type type, int perRow, boolean isList) {
        this.path = path;
        this.type = type;
        this.perRow = perRow;
        this.isList = isList;
    }

    /** A column with one value a row. */
    static ParquetColumn single(String name, Type type) {
        return new ParquetColumn(List.of(name), type, 1, false);
    }

    /** A column with a list a row. */
    static ParquetColumn list(List<String> path, Type type, int length) {
        return new ParquetColumn(path, type, length, true);
    }

    /** Takes the next row's text. */
    void put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        values.writeBytes(littleEndian(Integer.BYTES).putInt(bytes.length).array());
        put(bytes);
    }

    /** Takes the next row's number. */
    void put(float number) {
        put(littleEndian(Float.BYTES).putFloat(number).array());
    }

    /** Takes the next row's values, as plain bytes. */
    void put(byte[] plain) {
        values.writeBytes(plain);
        rows++;
    }

    /** Returns the bytes that wait. */
    int bytes() {
        return values.size();
    }

    /**
     * Writes the page and begins the next.
     *
     * @param out takes it
     * @param offset where in the file {@code out} stands
     * @return what the footer says of it
     * @throws IOException if it cannot be written
     */
    ColumnChunk flush(OutputStream out, long offset) throws IOException {
        byte[] plain = page();
        byte[] packed = Zstd.compress(plain);
        int count = rows * perRow;
        PageHeader header = new PageHeader(PageType.DATA_PAGE, plain.length, packed.length);
        header.setData_page_header(new DataPageHeader(count, Encoding.PLAIN, Encoding.RLE, Encoding.RLE));
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        Util.writePageHeader(header, head);
        head.writeTo(out);
        out.write(packed);
        ColumnChunk chunk = new ColumnChunk(offset);
        chunk.setMeta_data(new ColumnMetaData(type, List.of(Encoding.PLAIN, Encoding.RLE), path, CompressionCodec.ZSTD,
                count, (long) head.size() + plain.length, (long) head.size() + packed.length, offset));
        values = new ByteArrayOutputStream();
        rows = 0;
        return chunk;
    }

    private byte[] page() throws IOException {
        if (!isList) {
            return values.toByteArray();
        }
        ByteArrayOutputStream starts = new ByteArrayOutputStream();
        for (int row = 0; row < rows; row++) {
            run(starts, 1, 0);
            run(starts, perRow - 1, 1);
        }
        ByteArrayOutputStream present = new ByteArrayOutputStream();
        run(present, rows * perRow, 1);
        ByteArrayOutputStream page = new ByteArrayOutputStream(
                2 * Integer.BYTES + starts.size() + present.size() + values.size());
        for (ByteArrayOutputStream levels : List.of(starts, present)) {
            page.writeBytes(littleEndian(Integer.BYTES).putInt(levels.size()).array());
            levels.writeTo(page);
        }
        values.writeTo(page);
        return page.toByteArray();
    }

    /** Writes a level that stands {@code count} times in a row: twice the count, seven bits a byte, then the level. */
    private static void run(ByteArrayOutputStream out, int count, int level) {
        if (count == 0) {
            return;
        }
        long rest = (long) count << 1;
        while (rest >= 0x80) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>= 7;
        }
        out.write((int) rest);
        out.write(level);
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
