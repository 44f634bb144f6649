package org.matryoscope.study;

import java.util.Arrays;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.vector.Moments;
import org.matryoscope.vector.Spectrum;
import org.matryoscope.vector.VectorStore;

/** Where a corpus's energy sits, and its variance by label level. */
final class EnergyStudy {
    private EnergyStudy() {
    }

    static EnergyProfile run(EmbeddedCorpus embedded, Progress progress) {
        VectorStore store = embedded.store();
        if (store.includedRows() == 0) {
            throw new Problem("", "no document has a usable vector", "Open other documents or choose another model.");
        }
        Moments moments = Moments.of(store, Share.of(progress, 0, 0.6));
        Spectrum spectrum = Spectrum.of(moments.covariance(), Share.of(progress, 0.6, 0.7));
        LevelSplit levels = LevelSplit.of(embedded, Share.of(progress, 0.7, 1));
        double[] energy = moments.energy();
        double[] cumulative = energy.clone();
        Arrays.parallelPrefix(cumulative, Double::sum);
        return new EnergyProfile(energy, moments.meanSquared(), moments.variance(), cumulative,
                spectrum.participationRatio(), spectrum.effectiveRank(), levels.levels(), levels.clamped());
    }
}
