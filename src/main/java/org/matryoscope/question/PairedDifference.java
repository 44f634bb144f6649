package org.matryoscope.question;

import org.matryoscope.base.Numbers;
import org.matryoscope.metric.MeanCurve;

/** Sets a contender against the first, query by query, in a sentence. */
public final class PairedDifference {
    private PairedDifference() {
    }

    /**
     * Says how far apart two contenders are.
     *
     * @param asking what was asked
     * @param contender the contender set against the first
     * @param measure what was measured ("overlap@10")
     * @param d the prefix length
     * @param above the contender's mean minus the first's, at one point
     * @param queries over how many queries
     */
    public static String words(Asking asking, int contender, String measure, int d, MeanCurve above, int queries) {
        boolean holdsZero = above.low()[0] <= 0 && above.high()[0] >= 0;
        return String.format(
                "At d = %d the %s of %s is %s %s that of %s (95 %% interval %s to %s, paired over %s queries)%s.", d,
                measure, asking.contenders().get(contender).name(), Numbers.fixed(Math.abs(above.mean()[0])),
                above.mean()[0] < 0 ? "below" : "above", asking.first().name(), Numbers.fixed(above.low()[0]),
                Numbers.fixed(above.high()[0]), Numbers.whole(queries),
                holdsZero ? ", which holds 0: these queries do not tell them apart" : "");
    }
}
