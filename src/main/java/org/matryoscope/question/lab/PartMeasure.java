package org.matryoscope.question.lab;

import org.matryoscope.base.Progress;
import org.matryoscope.rotation.Rotation;

/** A measure of prefixes over one part of what there is, text by text, so that maps can be set against each other in pairs. */
interface PartMeasure {
    /** Its name: "accuracy of intent", "NDCG@10", "overlap@10". */
    String name();

    /**
     * Measures.
     *
     * @param map what vectors are seen through
     * @param prefixes prefix lengths, strictly ascending, the last one D
     * @param progress told of the work; cancels
     * @return by text or query, and by prefix, 0 … 1; the same ones in the same order for every map
     */
    double[][] of(Rotation map, int[] prefixes, Progress progress);
}
