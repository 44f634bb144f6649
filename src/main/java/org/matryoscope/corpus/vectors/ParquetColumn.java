package org.matryoscope.corpus.vectors;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.LayerKind;
import dev.hardwood.reader.Validity;

/** A column of a Parquet file, read row by row. */
final class ParquetColumn implements AutoCloseable {
    /** A system property with other seconds to wait for a batch, for tests that look at damaged files only. */
    static final String PATIENCE_PROPERTY = "matryoscope.parquet.patience";
    /** Far longer than a batch takes, even from a slow disk. */
    private static final int PATIENCE_SECONDS = 60;

    private final ParquetField field;
    private final ColumnReader reader;
    private int rows;
    private int at = -1;
    private ParquetValues values = ParquetValues.NONE;
    private boolean givenUp;

    /**
     * Starts before the first row.
     *
     * @param field what the column holds
     * @param reader reads it; closed with this
     */
    ParquetColumn(ParquetField field, ColumnReader reader) {
        this.field = field;
        this.reader = reader;
    }

    ParquetField field() {
        return field;
    }

    /** Goes to the next row, which there must be. */
    void next() {
        at++;
        while (at >= rows) {
            if (!nextBatch()) {
                throw new IllegalStateException("column “" + field.name() + "” ends before the last row");
            }
            rows = reader.getRecordCount();
            at = 0;
            values = ParquetValues.of(field.type(), reader);
        }
    }

    /** Waits for a batch, but not for ever: at some damaged files the library's own threads end without a word. */
    private boolean nextBatch() {
        Thread waiting = Thread.currentThread();
        CompletableFuture<Boolean> arrived = new CompletableFuture<>();
        CompletableFuture<Boolean> stopped = arrived
                .orTimeout(Integer.getInteger(PATIENCE_PROPERTY, PATIENCE_SECONDS), TimeUnit.SECONDS)
                .handle((batch, late) -> {
                    if (late != null) {
                        waiting.interrupt();
                    }
                    return late != null;
                });
        boolean more;
        try {
            more = reader.nextBatch();
        } finally {
            arrived.complete(true);
        }
        if (stopped.join()) {
            givenUp = true;
            Thread.interrupted();
            throw new IllegalStateException("column “" + field.name() + "” cannot be decoded");
        }
        if (!more && waiting.isInterrupted()) {
            throw new CancellationException();
        }
        return more;
    }

    /** Notes this row's list as a vector, also one in a text or in bytes, or its value as a text, "" where it is null. */
    void read(TableRow row, Wanted wanted) {
        if (field.isList()) {
            vector(row);
        } else if (isNull()) {
            absent(row, wanted);
        } else if (values instanceof ParquetValues.Bytes bytes) {
            FloatBytes.readAsWanted(row, field.name(), bytes.cell(at), wanted);
        } else if (values instanceof ParquetValues.Texts texts) {
            TextVector.readAsWanted(row, field.name(), texts.text(at), wanted);
        } else {
            row.cell(field.name(), values.text(at));
        }
    }

    private void absent(TableRow row, Wanted wanted) {
        if (wanted.cell(field.name())) {
            row.cell(field.name(), "");
        } else {
            row.missing(field.name(), "the cell is null");
        }
    }

    private void vector(TableRow row) {
        int from = at;
        int to = at + 1;
        for (int layer = 0; layer < reader.getLayerCount(); layer++) {
            if (reader.getLayerValidity(layer).isNull(from)) {
                row.missing(field.name(), "the vector is null");
                return;
            }
            if (reader.getLayerKind(layer) == LayerKind.REPEATED) {
                int[] offsets = reader.getLayerOffsets(layer);
                to = offsets[from + 1];
                from = offsets[from];
            }
        }
        fill(row, from, to);
    }

    private void fill(TableRow row, int from, int to) {
        Validity validity = reader.getLeafValidity();
        int nothing = validity.hasNulls() ? validity.nextNull(from, to) : -1;
        if (to == from) {
            row.missing(field.name(), "the list is empty");
        } else if (to - from > VectorFiles.MOST_DIMENSIONS) {
            row.fault(field.name(), "the list has more than " + VectorFiles.MOST_DIMENSIONS + " numbers",
                    "Choose another field for the vectors.");
        } else if (nothing >= from && nothing < to) {
            row.fault(field.name(), Elements.notNumber(nothing - from + 1, "null"), Elements.REMEDY);
        } else {
            values.addTo(row.start(field.name()), from, to - from);
        }
    }

    /** Whether this row has no value. */
    boolean isNull() {
        return reader.getLeafValidity().isNull(at);
    }

    /** Adds this row's number to a vector; false where it is null. */
    boolean addTo(Numbers numbers) {
        if (isNull()) {
            return false;
        }
        values.addTo(numbers, at, 1);
        return true;
    }

    /** Ends the reader; not one that was given up, since this would wait for its threads, which do not answer. */
    @Override
    public void close() {
        if (!givenUp) {
            reader.close();
        }
    }
}
