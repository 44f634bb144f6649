package org.matryoscope.vector;

import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;

/** The best documents for one query at many prefixes, from one pass over the store. */
public final class PrefixTops {
    private PrefixTops() {
    }

    /**
     * Finds the k best documents by cosine at each of several prefixes, as {@link QueryTops#scan} does for many queries.
     *
     * @param store the documents
     * @param query D entries
     * @param prefixes prefix lengths, strictly ascending, each 1 … D
     * @param k how many, at least 1
     * @param progress told of the rows read; cancels
     * @return for each prefix, its best rows
     */
    public static List<TopRows> scan(VectorStore store, float[] query, int[] prefixes, int k, Progress progress) {
        return QueryTops.scan(store, List.of(query), new int[]{-1}, prefixes, k, progress).getFirst();
    }

    /**
     * Lists every prefix length.
     *
     * @param dimension D
     * @return 1 … D
     */
    public static int[] everyPrefix(int dimension) {
        return IntStream.rangeClosed(1, dimension).toArray();
    }
}
