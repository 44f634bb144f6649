package org.matryoscope.corpus.vectors;

import java.io.IOException;
import java.util.List;

/** A column of texts that stand in a dictionary. */
final class ArrowWords extends ArrowColumn {
    private final ArrowNumbers indices;
    private final List<String> words;

    /**
     * Starts before the first row.
     *
     * @param indices which word each row has
     * @param words the dictionary
     */
    ArrowWords(ArrowNumbers indices, List<String> words) {
        super(indices.name(), List.of());
        this.indices = indices;
        this.words = words;
    }

    @Override
    void advance() throws IOException {
        indices.next();
    }

    @Override
    void read(TableRow row, Wanted wanted) throws IOException {
        if (indices.isNull()) {
            absent(row, wanted, "the cell is null");
            return;
        }
        long index = indices.whole();
        if (index < 0 || index >= words.size()) {
            throw new IOException("a text is not in its dictionary");
        }
        TextVector.readAsWanted(row, name(), words.get((int) index), wanted);
    }
}
