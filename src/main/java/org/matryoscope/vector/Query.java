package org.matryoscope.vector;

import org.matryoscope.base.Problem;

/** A query of length 1 at full dimension, and its squared length at every prefix. */
final class Query {
    private final double[] unit;
    private final double[] squaredNorm;

    /**
     * Scales a query to length 1.
     *
     * @throws IllegalArgumentException if it has not {@code dimension} entries
     * @throws Problem if it is all zero or not finite
     */
    Query(float[] vector, int dimension) {
        if (vector.length != dimension) {
            throw new IllegalArgumentException("the query has " + vector.length + " entries, expected " + dimension);
        }
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        if (!(squares > 0 && squares < Double.POSITIVE_INFINITY)) {
            throw new Problem("query", "its vector cannot be compared with anything: " + UnitVectors.defect(vector),
                    "Type another query or choose another model.");
        }
        unit = new double[dimension];
        squaredNorm = new double[dimension + 1];
        double scale = 1 / Math.sqrt(squares);
        for (int i = 0; i < dimension; i++) {
            unit[i] = vector[i] * scale;
            squaredNorm[i + 1] = squaredNorm[i] + unit[i] * unit[i];
        }
    }

    /**
     * Prepares a query for a store: scaled to length 1 and, for {@link NumberFormat#BINARY}, cut to signs as the documents are;
     * other formats leave its entries as they are.
     *
     * @throws IllegalArgumentException if it has not D entries
     * @throws Problem if it is all zero or not finite
     */
    static Query of(float[] vector, VectorStore store) {
        Query query = new Query(vector, store.dimension());
        if (store.format() != NumberFormat.BINARY) {
            return query;
        }
        float[] signs = new float[vector.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = vector[i] >= 0 ? 1 : -1;
        }
        return new Query(signs, signs.length);
    }

    /** Returns entry {@code i}, from 0. */
    double at(int i) {
        return unit[i];
    }

    /** Returns the squared length of the first {@code d} entries. */
    double squaredNorm(int d) {
        return squaredNorm[d];
    }

    /** Scores one document from its sums over the first {@code d} entries. */
    float score(int d, Scoring scoring, double dot, double squaredDocumentNorm) {
        if (scoring == Scoring.DOT) {
            return (float) dot;
        }
        double squares = squaredNorm[d] * squaredDocumentNorm;
        return squares > 0 ? (float) (dot / Math.sqrt(squares)) : 0;
    }
}
