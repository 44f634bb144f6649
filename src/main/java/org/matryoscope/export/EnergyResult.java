package org.matryoscope.export;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.EnergyProfile;

/**
 * The JSON of {@code energy}.
 *
 * @param model the model's name
 * @param dimension its full dimension D
 * @param documents how many documents the corpus holds
 * @param energy where the energy of their vectors sits
 */
public record EnergyResult(String model, int dimension, int documents, Energy energy) {
    /**
     * The profile; every array has D entries.
     *
     * @param perDimension mean squared entry of the unit vectors; sums to 1
     * @param meanSquared the part of it that a shared offset makes
     * @param variance the part of it that varies over the documents
     * @param cumulative its running sum
     * @param participationRatio number of directions in use, 1 … D
     * @param effectiveRank the same by entropy, 1 … D
     * @param sampled how many documents the two numbers before come from; the rest comes from all
     * @param levels variance by label level, then "residual"; absent without nested labels
     */
    public record Energy(double[] perDimension, double[] meanSquared, double[] variance, double[] cumulative,
            double participationRatio, double effectiveRank, int sampled, @Nullable List<Level> levels) {}

    /**
     * One level's share.
     *
     * @param name the level's name, or "residual"
     * @param perDimension its variance component at each dimension
     */
    public record Level(String name, double[] perDimension) {}

    /**
     * Puts a profile into the form of the JSON.
     *
     * @param corpus the corpus
     * @param profile its profile
     * @return the result
     */
    public static EnergyResult of(EmbeddedCorpus corpus, EnergyProfile profile) {
        List<Level> levels = profile.levels()
                .stream()
                .map(level -> new Level(level.name(), level.perDimension()))
                .toList();
        Energy energy = new Energy(profile.perDimension(), profile.meanSquared(), profile.variance(),
                profile.cumulative(), profile.participationRatio(), profile.effectiveRank(), profile.sampled(),
                levels.isEmpty() ? null : levels);
        return new EnergyResult(corpus.origin().name(), corpus.store().dimension(), corpus.corpus().documents().size(),
                energy);
    }
}
