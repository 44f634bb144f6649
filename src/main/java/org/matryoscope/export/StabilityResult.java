package org.matryoscope.export;

import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.StabilityCurve;

/**
 * The JSON of {@code stability}.
 *
 * @param model the model's name
 * @param dimension its full dimension D
 * @param documents how many documents were ranked
 * @param stability how far the ranking at each prefix agrees with that at D
 */
public record StabilityResult(String model, int dimension, int documents, Stability stability) {
    /**
     * The agreement.
     *
     * @param reference the prefix against which the others are set: D
     * @param k depth of the overlap
     * @param correlated how many documents τ-b and ρ look at
     * @param prefixes by ascending prefix
     */
    public record Stability(int reference, int k, int correlated, List<Agreement> prefixes) {}

    /**
     * Agreement at one prefix; a measure that is not defined (one document, all scores tied) is absent.
     *
     * @param d the prefix length
     * @param overlap share of the first k in common
     * @param rbo rank-biased overlap, p = 0.9
     * @param kendallTauB Kendall's τ-b over the correlated documents
     * @param spearman Spearman's ρ over the correlated documents
     */
    public record Agreement(int d, @Nullable Double overlap, @Nullable Double rbo, @Nullable Double kendallTauB,
            @Nullable Double spearman) {}

    /**
     * Puts a curve into the form of the JSON.
     *
     * @param corpus the corpus that was ranked
     * @param curve the agreement
     * @return the result
     */
    public static StabilityResult of(EmbeddedCorpus corpus, StabilityCurve curve) {
        List<Agreement> prefixes = IntStream.range(0, curve.prefixes().length)
                .mapToObj(i -> new Agreement(curve.prefixes()[i], defined(curve.overlap()[i]), defined(curve.rbo()[i]),
                        defined(curve.kendallTauB()[i]), defined(curve.spearman()[i])))
                .toList();
        int dimension = corpus.store().dimension();
        return new StabilityResult(corpus.origin().name(), dimension, corpus.corpus().documents().size(),
                new Stability(dimension, curve.k(), curve.correlated(), prefixes));
    }

    private static @Nullable Double defined(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
