package org.matryoscope.study.written;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.vector.NumberFormat;

/** Writes a Parquet file: id, text and labels where there are any, and the vector as a list, in groups of rows. */
final class ParquetSink implements RowSink {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /** A group is held in memory until it is this large. */
    private static final int GROUP_BYTES = 1 << 24;

    private final OutputStream out;
    private final NumberFormat format;
    private final int d;
    private final ParquetSchema schema = new ParquetSchema();
    private final ParquetColumn ids;
    private final @Nullable ParquetColumn texts;
    private final List<ParquetColumn> levels;
    private final @Nullable ParquetColumn scales;
    private final ParquetColumn vectors;
    private final List<ParquetColumn> columns = new ArrayList<>();
    private final List<RowGroup> groups = new ArrayList<>();
    private long offset;
    private int waiting;
    private long written;

    ParquetSink(OutputStream out, Corpus corpus, NumberFormat format, int d) throws IOException {
        this.out = out;
        this.format = format;
        this.d = d;
        ids = schema.text(FieldNames.ID);
        texts = corpus.hasTexts() ? schema.text(FieldNames.TEXT) : null;
        levels = FieldNames.levels(corpus).stream().map(schema::text).toList();
        scales = format == NumberFormat.INT8 ? schema.number(FieldNames.SCALE) : null;
        vectors = schema.vector(FieldNames.VECTOR, format, RowCode.width(format, d));
        columns.add(ids);
        if (texts != null) {
            columns.add(texts);
        }
        columns.addAll(levels);
        if (scales != null) {
            columns.add(scales);
        }
        columns.add(vectors);
        out.write(MAGIC);
        offset = MAGIC.length;
    }

    @Override
    public void put(Document document, float[] vector) throws IOException {
        ids.put(document.id());
        if (texts != null) {
            texts.put(document.text());
        }
        for (int level = 0; level < levels.size(); level++) {
            levels.get(level).put(document.labels().get(level));
        }
        if (scales != null) {
            scales.put(RowCode.scale(vector));
        }
        vectors.put(plain(vector));
        waiting++;
        if (columns.stream().mapToLong(ParquetColumn::bytes).sum() >= GROUP_BYTES) {
            flush();
        }
    }

    /** Returns the entries as Parquet has them, whose smallest whole number takes four bytes. */
    private byte[] plain(float[] vector) {
        ByteBuffer code = ByteBuffer.allocate(RowCode.bytes(format, d)).order(ByteOrder.LITTLE_ENDIAN);
        RowCode.put(format, vector, code);
        return switch (format) {
            case FLOAT32, FLOAT16 -> code.array();
            case INT8, BINARY -> {
                ByteBuffer wide = ByteBuffer.allocate(code.capacity() * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
                for (byte each : code.array()) {
                    wide.putInt(format == NumberFormat.INT8 ? each : Byte.toUnsignedInt(each));
                }
                yield wide.array();
            }
        };
    }

    private void flush() throws IOException {
        long before = offset;
        List<ColumnChunk> chunks = new ArrayList<>();
        long plain = 0;
        for (ParquetColumn column : columns) {
            ColumnChunk chunk = column.flush(out, offset);
            offset += chunk.getMeta_data().getTotal_compressed_size();
            plain += chunk.getMeta_data().getTotal_uncompressed_size();
            chunks.add(chunk);
        }
        RowGroup group = new RowGroup(chunks, plain, waiting);
        group.setFile_offset(before);
        group.setTotal_compressed_size(offset - before);
        groups.add(group);
        written += waiting;
        waiting = 0;
    }

    /** Writes what waits and the footer. */
    @Override
    public void finish() throws IOException {
        if (waiting > 0) {
            flush();
        }
        FileMetaData meta = new FileMetaData(1, schema.fields(), written, groups);
        meta.setCreated_by("matryoscope");
        meta.setKey_value_metadata(List.of(fact("dimension", Integer.toString(d)), fact("format", format.label())));
        ByteArrayOutputStream footer = new ByteArrayOutputStream();
        Util.writeFileMetaData(meta, footer);
        footer.writeTo(out);
        out.write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.size()).array());
        out.write(MAGIC);
    }

    private static KeyValue fact(String key, String value) {
        return new KeyValue(key).setValue(value);
    }
}
