package org.matryoscope.question.energy;

import java.util.List;

/**
 * Where the energy of a corpus's unit vectors sits (METRICS: e_i = mean² + variance, Σ e_i = 1).
 *
 * @param perDimension e_i, D entries that sum to 1
 * @param meanSquared the offset part of e_i
 * @param variance the population-variance part of e_i
 * @param cumulative C(d) = Σ e_i for i ≤ d, also the mean squared prefix norm
 * @param participationRatio (Σλ)²/Σλ² over the eigenvalues of the centred covariance, 1 … D
 * @param effectiveRank exp of the entropy of the normalised eigenvalues (Roy and Vetterli 2007), 1 … D
 * @param sampled how many documents the eigenvalues come from: all of them, or where there are many a sample
 * @param documents how many documents have a usable vector; everything else here comes from all of them
 * @param levels variance by label level, coarse to fine, then "residual"; empty without nested labels
 * @param clamped how many variance components were negative and set to 0
 */
public record EnergyProfile(double[] perDimension, double[] meanSquared, double[] variance, double[] cumulative,
        double participationRatio, double effectiveRank, int sampled, int documents, List<LevelVariance> levels,
        int clamped) {
    /**
     * One level's share of each dimension's variance.
     *
     * @param name the level's name, or "residual"
     * @param perDimension the variance component at each dimension, ≥ 0
     * @param sumOfSquares the level's sum of squares at each dimension; over the levels they add up to the total
     */
    public record LevelVariance(String name, double[] perDimension, double[] sumOfSquares) {}
}
