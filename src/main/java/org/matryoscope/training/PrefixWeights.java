package org.matryoscope.training;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Prefixes at which the loss is taken, and how much each counts: the α of "Matryoshka Representation Learning" (arXiv
 * 2205.13147), equation 1.
 *
 * @param prefixes prefix lengths, strictly ascending, at least one
 * @param weights one for each, 0 or more, not all 0
 */
public record PrefixWeights(int[] prefixes, double[] weights) {
    private static final int SMALLEST = 8;

    /** Checks the lists. */
    public PrefixWeights {
        boolean ascending = IntStream.range(1, prefixes.length).allMatch(i -> prefixes[i - 1] < prefixes[i]);
        if (prefixes.length == 0 || prefixes.length != weights.length || prefixes[0] < 1 || !ascending) {
            throw new IllegalArgumentException("prefixes ascend, and each has a weight");
        }
        if (Arrays.stream(weights).anyMatch(weight -> !(weight >= 0)) || Arrays.stream(weights).sum() <= 0) {
            throw new IllegalArgumentException("weights are 0 or more, and not all of them 0");
        }
    }

    /** Lets every prefix count the same. */
    public static PrefixWeights equal(int... prefixes) {
        double[] weights = new double[prefixes.length];
        Arrays.fill(weights, 1);
        return new PrefixWeights(prefixes, weights);
    }

    /** Returns the powers of two from 8 to D, and D, each counting the same. */
    public static PrefixWeights powersOfTwo(int dimension) {
        return equal(
                IntStream
                        .concat(IntStream.iterate(Math.min(SMALLEST, dimension), d -> d < dimension, d -> 2 * d),
                                IntStream.of(dimension))
                        .toArray());
    }

    /** Returns the longest prefix. */
    int longest() {
        return prefixes[prefixes.length - 1];
    }
}
