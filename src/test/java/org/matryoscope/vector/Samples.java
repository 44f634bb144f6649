package org.matryoscope.vector;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Seeded vectors and a plain double-precision reference. */
public final class Samples {
    private Samples() {
    }

    /** Independent normal entries. */
    public static float[][] gaussian(int rows, int dimension, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] vectors = new float[rows][dimension];
        for (float[] vector : vectors) {
            for (int i = 0; i < dimension; i++) {
                vector[i] = (float) random.nextGaussian();
            }
        }
        return vectors;
    }

    /** One vector of independent normal entries. */
    public static float[] query(int dimension, long seed) {
        return gaussian(1, dimension, seed)[0];
    }

    /** The score of one document, summed in double precision from the vectors as given. */
    public static double score(float[] query, float[] document, int d, Scoring scoring) {
        double dot = 0;
        double queryNorm = 0;
        double documentNorm = 0;
        for (int i = 0; i < d; i++) {
            dot += (double) query[i] * document[i];
            queryNorm += (double) query[i] * query[i];
            documentNorm += (double) document[i] * document[i];
        }
        if (scoring == Scoring.DOT) {
            return dot / length(query) / length(document);
        }
        return queryNorm == 0 || documentNorm == 0 ? 0 : dot / Math.sqrt(queryNorm) / Math.sqrt(documentNorm);
    }

    /** The Euclidean length. */
    public static double length(float[] vector) {
        return Math.sqrt(IntStream.range(0, vector.length).mapToDouble(i -> (double) vector[i] * vector[i]).sum());
    }

    /** Rows by descending score, ties by row, from a comparison sort. */
    public static int[] order(float[] scores) {
        return IntStream.range(0, scores.length)
                .filter(row -> !Float.isNaN(scores[row]))
                .boxed()
                .sorted((a, b) -> scores[a] != scores[b] ? Float.compare(scores[b], scores[a]) : Integer.compare(a, b))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
