package org.matryoscope.question.lab;

import java.util.Arrays;
import java.util.List;

import org.matryoscope.base.Numbers;
import org.matryoscope.metric.MeanCurve;

/**
 * One measure of every contender, over the same texts.
 *
 * @param name the measure's
 * @param prefixes the prefixes measured, ascending, the last one D
 * @param texts over how many texts or queries
 * @param values by contender, its mean and 95 % interval
 * @param abovePca the trained map's mean above that of the PCA, paired text by text
 * @param aboveAsIs the trained map's above that of vectors as they are
 */
record Compared(String name, int[] prefixes, int texts, List<MeanCurve> values, MeanCurve abovePca,
        MeanCurve aboveAsIs) {
    private static final long SEED = 1;

    /** Copies the list. */
    Compared {
        values = List.copyOf(values);
    }

    /**
     * Compares.
     *
     * @param name the measure's
     * @param prefixes the prefixes
     * @param curves by contender in the order of {@link LabAnswer}, text and prefix
     */
    static Compared of(String name, int[] prefixes, List<double[][]> curves) {
        double[][] trained = curves.get(LabAnswer.TRAINED);
        return new Compared(name, prefixes, trained.length,
                curves.stream().map(each -> MeanCurve.of(each, SEED)).toList(),
                MeanCurve.difference(trained, curves.get(LabAnswer.PCA), SEED),
                MeanCurve.difference(trained, curves.get(LabAnswer.AS_IS), SEED));
    }

    /** Returns the place of the least prefix measured that is at least {@code d}. */
    int at(int d) {
        int at = 0;
        while (prefixes[at] < d && at < prefixes.length - 1) {
            at++;
        }
        return at;
    }

    /** Writes a difference at one place, with its 95 % interval. */
    static String interval(MeanCurve of, int p) {
        return "%s (%s to %s)".formatted(Numbers.fixed(of.mean()[p]), Numbers.fixed(of.low()[p]),
                Numbers.fixed(of.high()[p]));
    }

    /** Returns the mean of a contender at full size. */
    double full(int contender) {
        double[] means = values.get(contender).mean();
        return means[means.length - 1];
    }

    /** Returns the prefixes shorter than D at which the trained map is not above the PCA: the interval holds 0 or is below. */
    List<Integer> notAbovePca() {
        return Arrays.stream(prefixes)
                .limit(prefixes.length - 1L)
                .filter(d -> !(abovePca.low()[at(d)] > 0))
                .boxed()
                .toList();
    }
}
