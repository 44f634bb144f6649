package org.matryoscope.vector;

/** Prefixes row by row, of length 1, as indexes of others take them. */
public final class PrefixRows {
    private PrefixRows() {
    }

    /**
     * Copies prefixes into memory.
     *
     * @param store the documents
     * @param rows which, ascending
     * @param d 1 … D
     * @return a prefix a row, of length 1; zeros where it has no direction
     */
    public static float[][] unit(VectorStore store, int[] rows, int d) {
        float[][] prefixes = new float[rows.length][d];
        float[] column = new float[BlockScan.BLOCK];
        for (int from = 0; from < rows.length; from += BlockScan.BLOCK) {
            int[] some = java.util.Arrays.copyOfRange(rows, from, Math.min(rows.length, from + BlockScan.BLOCK));
            for (int i = 0; i < d; i++) {
                store.gatherColumn(i, some, column);
                for (int row = 0; row < some.length; row++) {
                    prefixes[from + row][i] = column[row];
                }
            }
        }
        for (float[] prefix : prefixes) {
            normalise(prefix);
        }
        return prefixes;
    }

    /** Scales a vector to length 1, in place; one of zeros stays. */
    public static void normalise(float[] vector) {
        double squares = 0;
        for (float entry : vector) {
            squares += (double) entry * entry;
        }
        if (squares > 0) {
            double scale = 1 / Math.sqrt(squares);
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) (vector[i] * scale);
            }
        }
    }
}
