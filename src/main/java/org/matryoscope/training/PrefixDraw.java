package org.matryoscope.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** At which prefixes a step takes the loss. */
public enum PrefixDraw {
    /** At those given, by their weights. */
    FIXED,
    /**
     * At prefixes drawn anew at each step, as many as are given, evenly on a logarithmic scale from the shortest of them to the
     * longest, which is always among them: the weight of a dimension falls smoothly with its place, as in nested dropout
     * (Rippel, Gelbart and Adams 2014). Each counts as the next longer one given does.
     */
    SMOOTH;

    /** Returns the prefixes of a step. */
    PrefixWeights at(PrefixWeights given, SplittableRandom random) {
        int shortest = given.prefixes()[0];
        int longest = given.longest();
        if (this == FIXED || shortest == longest) {
            return given;
        }
        int[] drawn = IntStream.concat(
                IntStream.range(1, given.prefixes().length)
                        .map(i -> (int) (shortest * Math.pow((longest + 1.0) / shortest, random.nextDouble()))),
                IntStream.of(longest)).sorted().distinct().toArray();
        PrefixWeights weighted = new PrefixWeights(drawn,
                IntStream.of(drawn).mapToDouble(d -> given.weights()[next(given.prefixes(), d)]).toArray());
        return weighted;
    }

    private static int next(int[] prefixes, int d) {
        return (int) IntStream.of(prefixes).filter(prefix -> prefix < d).count();
    }
}
