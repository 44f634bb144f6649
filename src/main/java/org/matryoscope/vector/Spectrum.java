package org.matryoscope.vector;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import org.matryoscope.base.Progress;

/**
 * Eigenvalues of a covariance matrix and how many dimensions they amount to.
 *
 * @param eigenvalues descending, at least 0; D of them, or one a row where they come from products of rows
 */
public record Spectrum(double[] eigenvalues) {
    private static final long POLL_MILLISECONDS = 50;

    /**
     * Decomposes a covariance, O(D³). The decomposition cannot be interrupted, so it runs in the common pool and is left to
     * itself when it is no longer wanted.
     *
     * @param covariance D × D, symmetric, positive semidefinite but for rounding
     * @param progress asked now and then whether the spectrum is still wanted
     * @return its spectrum
     * @throws CancellationException if cancelled through {@code progress} or by an interrupt
     */
    public static Spectrum of(double[][] covariance, Progress progress) {
        CompletableFuture<Spectrum> spectrum = CompletableFuture.supplyAsync(() -> decompose(covariance));
        do {
            progress.report(0, 1);
        } while (!isDoneSoon(spectrum));
        progress.report(1, 1);
        return spectrum.join();
    }

    /** Waits a little; false if it is still running. */
    private static boolean isDoneSoon(CompletableFuture<Spectrum> spectrum) {
        try {
            spectrum.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the eigenvalues could not be computed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    private static Spectrum decompose(double[][] covariance) {
        int dimension = covariance.length;
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(dimension, false, true);
        if (!decomposition.decompose(new DMatrixRMaj(covariance))) {
            throw new ArithmeticException("the eigenvalues of the covariance did not converge");
        }
        double[] ascending = new double[dimension];
        Arrays.setAll(ascending, i -> Math.max(0, decomposition.getEigenvalue(i).getReal()));
        Arrays.sort(ascending);
        double[] descending = new double[dimension];
        Arrays.setAll(descending, i -> ascending[dimension - 1 - i]);
        return new Spectrum(descending);
    }

    /**
     * The participation ratio (Σλ)² / Σλ².
     *
     * @return 1 … D; 0 where all rows are equal
     */
    public double participationRatio() {
        double sum = Arrays.stream(eigenvalues).sum();
        double squares = Arrays.stream(eigenvalues).map(x -> x * x).sum();
        return squares > 0 ? sum * sum / squares : 0;
    }

    /**
     * The effective rank exp(H(λ/Σλ)) of Roy and Vetterli ("The effective rank", EUSIPCO 2007).
     *
     * @return 1 … D; 0 where all rows are equal
     */
    public double effectiveRank() {
        double sum = Arrays.stream(eigenvalues).sum();
        double entropy = Arrays.stream(eigenvalues)
                .map(x -> x / sum)
                .filter(share -> share > 0)
                .map(share -> -share * Math.log(share))
                .sum();
        return sum > 0 ? Math.exp(entropy) : 0;
    }
}
