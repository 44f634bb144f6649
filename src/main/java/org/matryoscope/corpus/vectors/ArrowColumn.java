package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A column of an Arrow record batch, read row by row from first to last. */
abstract class ArrowColumn {
    private final String name;
    private final List<ArrowBits> validity;
    private boolean isNull;

    /**
     * Starts before the first row.
     *
     * @param name the field
     * @param validity whether each row has a value, of the structs around it and of itself
     */
    ArrowColumn(String name, List<ArrowBits> validity) {
        this.name = name;
        this.validity = List.copyOf(validity);
    }

    /** Returns the field's name. */
    final String name() {
        return name;
    }

    /** Goes to the next row, which there must be. */
    final void next() throws IOException {
        isNull = false;
        for (ArrowBits bits : validity) {
            isNull |= !bits.next();
        }
        advance();
    }

    /** Whether this row has no value. */
    final boolean isNull() {
        return isNull;
    }

    /** Reads the bytes of the next value, or passes those of a null over. */
    abstract void advance() throws IOException;

    /** Notes this row's vector, text or number, or that it has none. */
    abstract void read(TableRow row, Wanted wanted) throws IOException;

    /** Returns this row's value as a number; null where it has none. */
    @Nullable
    Float number() {
        return null;
    }

    /** Notes that this row has neither text nor vector. */
    final void absent(TableRow row, Wanted wanted, String what) {
        if (wanted.cell(name)) {
            row.cell(name, "");
        } else {
            row.missing(name, what);
        }
    }
}
