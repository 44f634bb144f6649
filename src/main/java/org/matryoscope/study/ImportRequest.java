package org.matryoscope.study;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.vector.NumberFormat;

/**
 * A file of vectors that is to be opened.
 *
 * @param file the file
 * @param choice which of its fields hold vectors, texts, ids and labels
 * @param format the number format in which the vectors are kept
 * @param texts a file of texts, one a row, where the file of vectors has none; null for no such file
 */
public record ImportRequest(Path file, VectorChoice choice, NumberFormat format, @Nullable Path texts) {
    /** Opens a file that brings its own texts, or has none. */
    public ImportRequest(Path file, VectorChoice choice, NumberFormat format) {
        this(file, choice, format, null);
    }

    /** Returns the file's own name. */
    public String name() {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
