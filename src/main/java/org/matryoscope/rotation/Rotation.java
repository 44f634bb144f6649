package org.matryoscope.rotation;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.vector.VectorStore;
import org.matryoscope.vector.VectorStoreBuilder;

/**
 * A linear map of D dimensions to D. All kinds but trained ones are orthogonal and keep full-size cosines; every kind is
 * applied to vectors and queries alike. Immutable.
 */
public final class Rotation {
    /** Rows rotated together: a block of 768 dimensions takes 12 MB. */
    private static final int BLOCK = 4096;

    private final RotationKind kind;
    private final int dimension;
    /** Row i is the axis that becomes dimension i; D × D, or empty for vectors as they are. */
    private final float[] matrix;
    private final String fittedOn;
    private final int fittedRows;
    private final long seed;

    Rotation(RotationKind kind, int dimension, float[] matrix, String fittedOn, int fittedRows, long seed) {
        this.kind = kind;
        this.dimension = dimension;
        this.matrix = matrix;
        this.fittedOn = fittedOn;
        this.fittedRows = fittedRows;
        this.seed = seed;
    }

    /** Leaves vectors as they are. */
    public static Rotation asIs(int dimension) {
        return new Rotation(RotationKind.AS_IS, dimension, new float[0], "", 0, 0);
    }

    /**
     * Draws a rotation uniformly from all of them: the QR decomposition of a Gaussian matrix, with the signs of R's diagonal
     * made positive (Mezzadri 2007, "How to generate random matrices from the classical compact groups").
     *
     * @param dimension D ≥ 1
     * @param seed of the draw
     */
    public static Rotation random(int dimension, long seed) {
        Random random = new Random(seed);
        DMatrixRMaj gaussian = new DMatrixRMaj(dimension, dimension);
        for (int i = 0; i < gaussian.data.length; i++) {
            gaussian.data[i] = random.nextGaussian();
        }
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(dimension, dimension);
        if (!qr.decompose(gaussian)) {
            throw new IllegalStateException("no QR decomposition");
        }
        DMatrixRMaj q = qr.getQ(null, false);
        DMatrixRMaj r = qr.getR(null, false);
        float[] matrix = new float[dimension * dimension];
        for (int axis = 0; axis < dimension; axis++) {
            double sign = r.get(axis, axis) < 0 ? -1 : 1;
            for (int i = 0; i < dimension; i++) {
                matrix[axis * dimension + i] = (float) (sign * q.get(i, axis));
            }
        }
        return new Rotation(RotationKind.RANDOM, dimension, matrix, "", 0, seed);
    }

    /**
     * Puts the dimensions into a random order.
     *
     * @param dimension D ≥ 1
     * @param seed of the order
     */
    public static Rotation shuffled(int dimension, long seed) {
        int[] order = IntStream.range(0, dimension).toArray();
        Random random = new Random(seed);
        for (int i = dimension - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        float[] matrix = new float[dimension * dimension];
        for (int i = 0; i < dimension; i++) {
            matrix[i * dimension + order[i]] = 1;
        }
        return new Rotation(RotationKind.SHUFFLED, dimension, matrix, "", 0, seed);
    }

    /**
     * Takes a map that was trained.
     *
     * @param dimension D ≥ 1
     * @param matrix D × D, row by row: row i is the axis that becomes dimension i
     * @param learntFrom the name of what it was trained on
     * @param rows on how many vectors
     * @param seed of the training
     */
    public static Rotation trained(int dimension, float[] matrix, String learntFrom, int rows, long seed) {
        if (matrix.length != dimension * dimension) {
            throw new IllegalArgumentException("the map is not square");
        }
        return new Rotation(RotationKind.TRAINED, dimension, matrix.clone(), learntFrom, rows, seed);
    }

    /** Returns which kind it is. */
    public RotationKind kind() {
        return kind;
    }

    /** Returns D. */
    public int dimension() {
        return dimension;
    }

    /** Returns the name of what it was fitted on; empty where it was not fitted. */
    public String fittedOn() {
        return fittedOn;
    }

    /** Returns how many vectors it was fitted on; 0 where it was not fitted. */
    public int fittedRows() {
        return fittedRows;
    }

    /** Returns the seed it was drawn by; 0 where nothing was drawn. */
    public long seed() {
        return seed;
    }

    /** Returns an entry of the map: what dimension {@code column} of a vector adds to dimension {@code row} of its image. */
    public float at(int row, int column) {
        return kind == RotationKind.AS_IS ? (row == column ? 1 : 0) : matrix[row * dimension + column];
    }

    /** Returns a copy of the map, D × D, row by row. */
    public float[] entries() {
        float[] entries = new float[dimension * dimension];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = at(i / dimension, i % dimension);
        }
        return entries;
    }

    /** Returns the map, D × D, row by row, or nothing for vectors as they are; not to be changed. */
    float[] matrix() {
        return matrix;
    }

    /**
     * Maps one vector.
     *
     * @param vector D entries
     * @return D entries
     * @throws Problem if the vector has another dimension
     */
    public float[] apply(float[] vector) {
        require(vector.length);
        if (kind == RotationKind.AS_IS) {
            return vector.clone();
        }
        float[] image = new float[dimension];
        for (int axis = 0; axis < dimension; axis++) {
            double sum = 0;
            for (int i = 0; i < dimension; i++) {
                sum += (double) matrix[axis * dimension + i] * vector[i];
            }
            image[axis] = (float) sum;
        }
        return image;
    }

    /**
     * Maps every vector of a store, in blocks of rows.
     *
     * @param store N × D; excluded rows stay excluded
     * @param target takes the images in the order of the rows, for N × D; scales them to length 1
     * @param progress told of the rows mapped; cancels
     * @throws Problem if the vectors have another dimension, or there is no room for the images
     */
    public void apply(VectorStore store, VectorStoreBuilder target, Progress progress) {
        require(store.dimension());
        int rows = store.rows();
        float[] images = new float[Math.min(rows, BLOCK) * dimension];
        try (BlockMap map = switch (kind) {
            case AS_IS, SHUFFLED -> new ColumnOrder(order());
            case PCA, RANDOM, TRAINED -> BlockProduct.rotating(matrix, dimension);
        }) {
            for (int from = 0; from < rows; from += BLOCK) {
                progress.report(from, rows);
                int count = Math.min(BLOCK, rows - from);
                map.map(store, from, count, images);
                target.putBlock(from, count, images);
            }
            progress.report(rows, rows);
        }
    }

    /** Which dimension becomes the i-th, where none are mixed. */
    private int[] order() {
        return IntStream.range(0, dimension)
                .map(row -> IntStream.range(0, dimension)
                        .filter(column -> at(row, column) == 1)
                        .findFirst()
                        .orElseThrow())
                .toArray();
    }

    private void require(int given) {
        if (given != dimension) {
            throw new Problem(fittedOn,
                    "the rotation is one of " + dimension + " dimensions, and the vectors have " + given,
                    "Choose a rotation that was made for vectors of this model.");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rotation rotation && kind == rotation.kind && dimension == rotation.dimension
                && Arrays.equals(matrix, rotation.matrix);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + Arrays.hashCode(matrix);
    }
}
