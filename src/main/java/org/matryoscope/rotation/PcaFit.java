package org.matryoscope.rotation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.vector.VectorStore;

/**
 * Fits the principal axes of unit vectors: the eigenvectors of their second-moment matrix, largest eigenvalue first. The
 * vectors are not centred, since a shift would change full-size cosines.
 */
public final class PcaFit {
    private static final int BLOCK = 4096;

    private PcaFit() {
    }

    /**
     * Fits on every row that is not excluded.
     *
     * @param store N × D
     * @param name what the vectors are, to be kept with the rotation
     * @param progress told of the rows read; cancels
     * @return an orthogonal map; each axis has a positive entry of largest size
     */
    public static Rotation fit(VectorStore store, String name, Progress progress) {
        int dimension = store.dimension();
        double[] sums = secondMoments(store, Share.of(progress, 0, 0.7));
        DMatrixRMaj symmetric = new DMatrixRMaj(dimension, dimension, true, sums);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(dimension, true, true);
        if (!eigen.decompose(symmetric)) {
            throw new IllegalStateException("no eigenvalues were found");
        }
        progress.report(1, 1);
        List<Integer> order = IntStream.range(0, dimension)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
                .toList();
        float[] matrix = new float[dimension * dimension];
        for (int axis = 0; axis < dimension; axis++) {
            DMatrixRMaj vector = eigen.getEigenVector(order.get(axis));
            double sign = sign(vector);
            for (int i = 0; i < dimension; i++) {
                matrix[axis * dimension + i] = (float) (sign * vector.get(i));
            }
        }
        return new Rotation(RotationKind.PCA, dimension, matrix, name, store.includedRows(), 0);
    }

    /** Σ x xᵀ, symmetric to the last bit. Excluded rows are zeros and add nothing. */
    private static double[] secondMoments(VectorStore store, Progress progress) {
        int dimension = store.dimension();
        double[] sums = new double[dimension * dimension];
        try (BlockProduct product = BlockProduct.ofItself(dimension)) {
            for (int from = 0; from < store.rows(); from += BLOCK) {
                progress.report(from, store.rows());
                product.addSecondMoments(store, from, Math.min(BLOCK, store.rows() - from), sums);
            }
        }
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < i; j++) {
                sums[i * dimension + j] = sums[j * dimension + i];
            }
        }
        return sums;
    }

    /** Eigenvectors are known up to their sign: the entry of largest size decides. */
    private static double sign(DMatrixRMaj vector) {
        double largest = 0;
        for (double entry : vector.data) {
            largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
        }
        return largest < 0 ? -1 : 1;
    }
}
