package org.matryoscope.question.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.training.PrefixWeights;

/** Weights by the size of a prefix, which are the same for every model. */
final class LabWeights {
    private static final int[] SIZES = {8, 16, 32, 64, 128, 256};

    private LabWeights() {
    }

    /** Returns what the weights are of: prefixes from each size up to the next, and all dimensions. */
    static List<String> labels() {
        List<String> labels = new ArrayList<>(IntStream.of(SIZES).mapToObj(Integer::toString).toList());
        labels.add("all");
        return labels;
    }

    /**
     * Gives each prefix its weight.
     *
     * @param prefixes the prefixes
     * @param dimension D
     * @param weights one for each of {@link #labels}; where they leave nothing, all count the same
     */
    static PrefixWeights of(int[] prefixes, int dimension, List<Double> weights) {
        double[] own = IntStream.of(prefixes)
                .mapToDouble(d -> weights.get(d == dimension ? SIZES.length : size(d)))
                .toArray();
        return IntStream.range(0, own.length).allMatch(i -> own[i] == 0)
                ? PrefixWeights.equal(prefixes)
                : new PrefixWeights(prefixes, own);
    }

    private static int size(int d) {
        return (int) Math.max(0, IntStream.of(SIZES).filter(size -> size <= d).count() - 1);
    }
}
