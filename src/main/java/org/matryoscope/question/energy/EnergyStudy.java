package org.matryoscope.question.energy;

import java.util.Arrays;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.vector.ColumnMoments;
import org.matryoscope.vector.Moments;
import org.matryoscope.vector.RowProducts;
import org.matryoscope.vector.RowSample;
import org.matryoscope.vector.Spectrum;
import org.matryoscope.vector.VectorStore;

/** Where a corpus's energy sits, and its variance by label level. */
final class EnergyStudy {
    /**
     * Rows from which the spectrum is taken at most. Each entry of the covariance is then known to a hundredth of its
     * variances; the participation ratio of a sample of n is too small by its own n-th part, 4 % where it is 768.
     */
    static final int MOST_SAMPLED = 20_000;

    private EnergyStudy() {
    }

    static EnergyProfile run(Corpus corpus, VectorStore store, Progress progress) {
        if (store.includedRows() == 0) {
            throw new Problem("", "no document has a usable vector", "Open other documents or choose another model.");
        }
        ColumnMoments columns = ColumnMoments.of(store, Share.of(progress, 0, 0.1));
        int[] sample = RowSample.included(store, MOST_SAMPLED);
        Spectrum spectrum = spectrum(store, sample, Share.of(progress, 0.1, 0.7));
        LevelSplit levels = LevelSplit.of(corpus, store, Share.of(progress, 0.7, 1));
        double[] cumulative = columns.energy().clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
        return new EnergyProfile(columns.energy(), columns.meanSquared(), columns.variance(), cumulative,
                spectrum.participationRatio(), spectrum.effectiveRank(), sample.length, store.includedRows(),
                levels.levels(), levels.clamped());
    }

    /** The spectrum of the rows drawn: all products of columns over all of a million rows would take minutes. */
    private static Spectrum spectrum(VectorStore store, int[] sample, Progress progress) {
        if (sample.length == store.includedRows()) {
            return spectrum(store, progress);
        }
        try (VectorStore drawn = RowSample.copy(store, sample, Share.of(progress, 0, 0.2))) {
            return spectrum(drawn, Share.of(progress, 0.2, 1));
        }
    }

    /** From products of columns, or of rows where those are fewer. */
    private static Spectrum spectrum(VectorStore store, Progress progress) {
        Progress products = Share.of(progress, 0, 0.8);
        double[][] matrix = store.includedRows() < store.dimension()
                ? RowProducts.centred(store, products)
                : Moments.of(store, products).covariance();
        return Spectrum.of(matrix, Share.of(progress, 0.8, 1));
    }
}
