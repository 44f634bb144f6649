package org.matryoscope.corpus.vectors;

/**
 * One thing in a file that can be read as vectors, or as a column beside them.
 *
 * @param name an npz member without {@code .npy}, a tensor, a key, a column; "" where a file holds just one array
 * @param kind what it holds
 * @param rows how many entries it has; -1 where only reading the whole file would tell
 * @param dimension entries of each vector; 1 unless it holds vectors
 */
public record VectorField(String name, Kind kind, long rows, int dimension) {
    /** What a field can be used for. */
    public enum Kind {
        /** A vector a row. */
        VECTORS,
        /** A text a row: texts, ids or labels. */
        TEXTS,
        /** A number a row: ids, labels or relevance. */
        NUMBERS
    }
}
