package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.util.List;

/** A column of truth values. */
final class ArrowFlags extends ArrowColumn {
    private final ArrowBits data;
    private boolean value;

    ArrowFlags(String name, List<ArrowBits> validity, ArrowBuffer data) {
        super(name, validity);
        this.data = new ArrowBits(data, false);
    }

    @Override
    void advance() throws IOException {
        value = data.next();
    }

    @Override
    void read(TableRow row, Wanted wanted) {
        if (isNull()) {
            absent(row, wanted, "the cell is null");
        } else if (wanted.cell(name())) {
            row.cell(name(), Boolean.toString(value));
        }
    }
}
