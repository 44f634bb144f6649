package org.matryoscope.training;

import java.util.SplittableRandom;

/** Where batches come from: pairs of texts that belong together, or texts alone. */
public sealed interface Batches permits LabelBatches, PairBatches, TextBatches {
    /**
     * Draws a batch.
     *
     * @param random decides
     * @return indices among the training vectors: anchors followed by as many positives where {@link #arePairs}, else texts
     */
    int[] draw(SplittableRandom random);

    /** Says whether a batch is made of pairs. */
    boolean arePairs();
}
