package org.matryoscope.question.rotation;

import java.util.List;
import java.util.stream.IntStream;

import org.matryoscope.metric.MeanCurve;

/**
 * How good the prefixes of one model's vectors are through PCAs fitted on more and more texts.
 *
 * @param own the index, among the contenders measured, of the vectors as they are
 * @param pca the index of the PCA fitted on all texts that can be fitted on
 * @param texts numbers of texts, ascending; the last is all of them
 * @param draws how often each number but the last was drawn
 * @param curves by number of texts, the measure by prefix
 */
record LearningCurve(int own, int pca, int[] texts, int draws, List<RotationCurve> curves) {
    /** The share of the mean over all texts that is enough. */
    static final double ENOUGH = 0.95;

    /** Copies the list. */
    LearningCurve {
        curves = List.copyOf(curves);
    }

    /** Returns the mean at one prefix with its band, by number of texts. */
    MeanCurve at(int d) {
        int place = curves.getFirst().place(d);
        return new MeanCurve(curves.stream().mapToDouble(curve -> curve.values().mean()[place]).toArray(),
                curves.stream().mapToDouble(curve -> curve.values().low()[place]).toArray(),
                curves.stream().mapToDouble(curve -> curve.values().high()[place]).toArray());
    }

    /** Returns the least number of texts whose mean at a prefix reaches 95 % of that of the largest number. */
    int enough(int d) {
        double[] mean = at(d).mean();
        return IntStream.range(0, texts.length)
                .filter(i -> mean[i] >= ENOUGH * mean[mean.length - 1])
                .map(i -> texts[i])
                .findFirst()
                .orElse(texts[texts.length - 1]);
    }
}
