package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.RecordBatch;
import org.apache.arrow.flatbuf.Type;

import org.matryoscope.base.NumberType;

/**
 * Finds the buffers of the wanted columns in a record batch, where those of all columns stand one after the other in the order
 * of the schema, as many of each as its type has.
 */
final class ArrowBatch {
    private final FileChannel channel;
    private final RecordBatch batch;
    private final long body;
    private final long bodyLength;
    private final byte codec;
    private final Map<Long, List<String>> words;
    private final List<ArrowColumn> columns = new ArrayList<>();
    private int node;
    private int buffer;
    private int views;

    private ArrowBatch(FileChannel channel, ArrowMessage message, RecordBatch batch, Map<Long, List<String>> words) {
        this.channel = channel;
        this.batch = batch;
        body = message.body();
        bodyLength = message.bodyLength();
        BodyCompression compression = batch.compression();
        codec = compression == null ? ArrowBuffer.UNCOMPRESSED : compression.codec();
        this.words = words;
    }

    /**
     * Opens columns.
     *
     * @param channel the file
     * @param message the message that the batch came in
     * @param batch the batch
     * @param schema all fields
     * @param words the dictionaries read so far
     * @param wanted tells of a field that can be read whether it is to be
     * @throws IOException if the batch does not hold what the schema says
     */
    static List<ArrowColumn> columns(FileChannel channel, ArrowMessage message, RecordBatch batch,
            List<ArrowField> schema, Map<Long, List<String>> words, Predicate<ArrowField> wanted) throws IOException {
        ArrowBatch walk = new ArrowBatch(channel, message, batch, words);
        for (ArrowField field : schema) {
            walk.field(field, List.of(), wanted);
        }
        return walk.columns;
    }

    private void field(ArrowField field, List<ArrowBits> outer, Predicate<ArrowField> wanted) throws IOException {
        node++;
        ArrowField.Kind kind = field.kind();
        if (kind == ArrowField.Kind.OTHER) {
            passOver(field);
            return;
        }
        List<ArrowBits> validity = new ArrayList<>(outer);
        validity.add(new ArrowBits(next(), true));
        if (kind == ArrowField.Kind.STRUCT) {
            for (ArrowField child : field.children()) {
                // Each reads the bits of the structs around it for itself.
                field(child, again(validity), wanted);
            }
            return;
        }
        ArrowColumn column = column(field, kind, validity);
        if (wanted.test(field)) {
            columns.add(column);
        }
    }

    private static List<ArrowBits> again(List<ArrowBits> bits) {
        return bits.stream().map(ArrowBits::again).toList();
    }

    private ArrowColumn column(ArrowField field, ArrowField.Kind kind, List<ArrowBits> validity) throws IOException {
        String name = field.name();
        return switch (kind) {
            case NUMBER -> new ArrowNumbers(name, validity, next(), Objects.requireNonNull(field.number()));
            case FLAG -> new ArrowFlags(name, validity, next());
            case WORD -> new ArrowWords(new ArrowNumbers(name, validity, next(), Objects.requireNonNull(field.index())),
                    words.getOrDefault(field.dictionary(), List.of()));
            case TEXT -> new ArrowTexts(name, validity, cells(field), true);
            case BYTES -> new ArrowTexts(name, validity, cells(field), false);
            case LIST -> {
                ArrowOffsets offsets = field.type() == Type.FixedSizeList
                        ? ArrowOffsets.even(field.size())
                        : ArrowOffsets.of(next(), field.type() == Type.LargeList ? Long.BYTES : Integer.BYTES);
                node++;
                NumberType type = Objects.requireNonNull(field.children().getFirst().number());
                yield new ArrowLists(name, validity, offsets, new ArrowBits(next(), true), next(), type);
            }
            case STRUCT, OTHER -> throw new IllegalStateException("no column: " + field);
        };
    }

    private ArrowTexts.Cells cells(ArrowField field) throws IOException {
        return switch (field.type()) {
            case Type.FixedSizeBinary -> ArrowTexts.inOrder(ArrowOffsets.even(field.size()), next());
            case Type.Utf8View, Type.BinaryView -> {
                ArrowBuffer each = next();
                List<ArrowBuffer> data = new ArrayList<>();
                for (long i = viewBuffers(); i > 0; i--) {
                    data.add(next());
                }
                yield ArrowTexts.views(each, data);
            }
            case Type.LargeUtf8, Type.LargeBinary -> ArrowTexts.inOrder(ArrowOffsets.of(next(), Long.BYTES), next());
            default -> ArrowTexts.inOrder(ArrowOffsets.of(next(), Integer.BYTES), next());
        };
    }

    private long viewBuffers() throws IOException {
        if (views >= batch.variadicBufferCountsLength()) {
            throw new IOException("a batch does not say how many buffers a column has");
        }
        return batch.variadicBufferCounts(views++);
    }

    /** Passes over the buffers of a field that cannot be read; its node is passed already. */
    private void passOver(ArrowField field) throws IOException {
        if (field.dictionary() >= 0) {
            pass(2);
            return;
        }
        switch (field.type()) {
            case Type.Null, Type.RunEndEncoded -> pass(0);
            case Type.Struct_, Type.FixedSizeList -> pass(1);
            case Type.Union -> pass(field.dense() ? 2 : 1);
            case Type.Binary, Type.Utf8, Type.LargeBinary, Type.LargeUtf8, Type.ListView, Type.LargeListView -> pass(3);
            case Type.BinaryView, Type.Utf8View -> pass(2 + viewBuffers());
            default -> pass(2);
        }
        for (ArrowField child : field.children()) {
            node++;
            passOver(child);
        }
    }

    private void pass(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            next();
        }
    }

    private ArrowBuffer next() throws IOException {
        if (buffer >= batch.buffersLength() || node > batch.nodesLength()) {
            throw new IOException("a batch has fewer columns than the schema");
        }
        org.apache.arrow.flatbuf.Buffer each = batch.buffers(buffer++);
        if (each.offset() < 0 || each.length() < 0 || each.offset() > bodyLength - each.length()) {
            throw new IOException("a column lies beyond its batch");
        }
        return new ArrowBuffer(channel, body + each.offset(), each.length(), codec);
    }
}
