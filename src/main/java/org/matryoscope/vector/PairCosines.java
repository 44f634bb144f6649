package org.matryoscope.vector;

/** Cosines of pairs of rows at several prefixes. */
public final class PairCosines {
    private PairCosines() {
    }

    /**
     * Compares rows pair by pair, O(pairs · D).
     *
     * @param store the vectors
     * @param first rows of one side, none excluded
     * @param second as many rows of the other
     * @param prefixes prefix lengths, strictly ascending, each 1 … D
     * @return {@code result[prefix][pair]}; 0 where a prefix has no direction
     */
    public static float[][] at(VectorStore store, int[] first, int[] second, int[] prefixes) {
        int pairs = first.length;
        float[] a = new float[pairs];
        float[] b = new float[pairs];
        double[] dots = new double[pairs];
        double[] norms = new double[pairs];
        double[] otherNorms = new double[pairs];
        float[][] cosines = new float[prefixes.length][pairs];
        int column = 0;
        for (int p = 0; p < prefixes.length; p++) {
            for (; column < prefixes[p]; column++) {
                store.gatherColumn(column, first, a);
                store.gatherColumn(column, second, b);
                Kernels.addPlainSquares(a, norms, pairs);
                Kernels.addPlainSquares(b, otherNorms, pairs);
                for (int i = 0; i < pairs; i++) {
                    dots[i] += (double) a[i] * b[i];
                }
            }
            for (int i = 0; i < pairs; i++) {
                double squares = norms[i] * otherNorms[i];
                cosines[p][i] = squares > 0 ? (float) (dots[i] / Math.sqrt(squares)) : 0;
            }
        }
        return cosines;
    }
}
