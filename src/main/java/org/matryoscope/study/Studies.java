package org.matryoscope.study;

import org.matryoscope.base.Progress;
import org.matryoscope.vector.VectorStore;

/** The questions of the five views, each answered in one pass over the columns. */
public final class Studies {
    private Studies() {
    }

    /** Scores of chosen documents at every prefix; {@code query} has D entries. */
    public static ScoreCurves scores(VectorStore store, float[] query, int[] rows, boolean renormalise,
            Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Energy of a corpus, with variance by label level where the corpus has nested labels. */
    public static EnergyProfile energy(EmbeddedCorpus corpus, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Agreement with the full ranking at the given prefixes (ascending; D is added if missing), overlap at depth k. */
    public static StabilityCurve stability(VectorStore store, float[] query, int k, int[] prefixes, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Ranks across the given prefixes of the documents that are among the first {@code top} at D. */
    public static BumpRanks bump(VectorStore store, float[] query, int top, int[] prefixes, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Mean similarity of related and unrelated rows at every prefix, with bootstrap intervals (fixed seed). */
    public static GapCurve gap(VectorStore store, float[] query, int[] related, int[] unrelated, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
