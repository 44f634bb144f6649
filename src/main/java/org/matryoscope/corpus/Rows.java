package org.matryoscope.corpus;

import java.util.function.Predicate;

import org.matryoscope.base.Progress;

/** Reads the rows of a table one after the other, whichever way it is written. */
final class Rows {
    private Rows() {
    }

    /**
     * Passes every row on.
     *
     * @param file the file
     * @param format how it is written
     * @param progress told in bytes
     * @param sink takes a row and says whether it wants more
     */
    static void forEach(TextFile file, TableFormat format, Progress progress, Predicate<Row> sink) {
        switch (format.kind()) {
            case SEPARATED -> CsvRows.forEach(file, format, progress, sink);
            case JSON_LINES -> JsonRows.forEach(file, progress, sink);
        }
    }
}
