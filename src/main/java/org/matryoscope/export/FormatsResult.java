package org.matryoscope.export;

import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.study.EmbeddedCorpus;
import org.matryoscope.study.FormatCurves;
import org.matryoscope.study.FormatCurves.FormatCurve;

/**
 * The JSON of {@code formats}.
 *
 * @param model the model's name
 * @param dimension its full dimension D
 * @param documents how many documents the corpus holds
 * @param formats what each number format costs
 */
public record FormatsResult(String model, int dimension, int documents, Formats formats) {
    /**
     * The agreement.
     *
     * @param reference the format against which the others are set: that of the given vectors
     * @param k depth of the overlap
     * @param queries how many queries the overlaps are the mean of
     * @param formats by format, from the most exact to the smallest
     */
    public record Formats(String reference, int k, int queries, List<Format> formats) {}

    /**
     * One format.
     *
     * @param format its name
     * @param prefixes by ascending prefix
     */
    public record Format(String format, List<Cost> prefixes) {}

    /**
     * A format at one prefix.
     *
     * @param d the prefix length
     * @param bytesPerVector the bytes of a vector
     * @param overlapSameD share of the first k in common with the reference at the same d
     * @param overlapFull share of the first k in common with the reference at D
     */
    public record Cost(int d, long bytesPerVector, double overlapSameD, double overlapFull) {}

    /**
     * Puts curves into the form of the JSON.
     *
     * @param corpus the corpus that was ranked
     * @param curves the agreement
     * @param prefixes the prefixes to list
     * @return the result
     */
    public static FormatsResult of(EmbeddedCorpus corpus, FormatCurves curves, int[] prefixes) {
        List<Format> formats = curves.formats().stream().map(curve -> format(curve, prefixes)).toList();
        return new FormatsResult(corpus.origin().name(), curves.dimension(), corpus.corpus().documents().size(),
                new Formats(formats.getFirst().format(), curves.k(), curves.queries(), formats));
    }

    private static Format format(FormatCurve curve, int[] prefixes) {
        return new Format(curve.format().label(), IntStream.of(prefixes)
                .mapToObj(d -> new Cost(d, curve.format().bytesPerVector(d), curve.sameD()[d - 1], curve.full()[d - 1]))
                .toList());
    }
}
