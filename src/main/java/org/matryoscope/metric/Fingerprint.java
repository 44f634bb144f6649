package org.matryoscope.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Whether vectors look trained at prefixes, told from the variance of their dimensions alone: where a loss was summed over
 * prefixes, the variance steps down behind each of them. Each cut's step is measured by Welch's t between the log variances
 * before and behind it, and set against the same curve for random orders of the dimensions, which are exchangeable in an
 * ordinary model.
 *
 * @param kind what was found
 * @param p the share of random orders whose largest t is above the largest here
 * @param sortedness Spearman's ρ between a dimension's place and its variance, −1 … 1
 * @param threshold the 99th percentile of the random orders' largest t; a cut counts above it
 * @param t Welch's t by cut, from {@link #FIRST_CUT} on
 * @param cuts the cuts that count, ascending
 */
public record Fingerprint(Kind kind, double p, double sortedness, double threshold, double[] t, List<Cut> cuts) {
    /** The first place where a cut is looked for, and how far from the end the last one is. */
    public static final int FIRST_CUT = 8;
    /** Fewer vectors than this do not tell a dimension's variance. */
    public static final int LEAST_VECTORS = 30;

    private static final int LEAST_WINDOW = 4;
    private static final int LARGEST_WINDOW = 64;
    private static final int ORDERS = 400;
    private static final double PERCENTILE = 0.99;
    private static final double SORTED_BELOW = -0.97;
    /** Cuts nearer to a larger one than this factor are its flanks. */
    private static final double APART = Math.pow(2, 0.4);
    private static final double ROUND_WITHIN = 0.1;
    private static final long SEED = 1;

    /** What was found. */
    public enum Kind {
        /** The variance steps down at some prefixes. */
        STEPS,
        /** Dimensions are in the order of their variance, as a PCA leaves them; steps cannot be told then. */
        SORTED,
        /** No step that shows, which does not prove an ordinary model. */
        NONE
    }

    /**
     * A step.
     *
     * @param d the prefix length behind which the variance is lower
     * @param near the usual size that this is within 10 % of (a power of two, three times one, a multiple of 64); 0 where there
     *     is none
     * @param t Welch's t
     * @param ratio the variance before it by the variance behind it, in the geometric mean
     */
    public record Cut(int d, int near, double t, double ratio) {
        /** Returns the usual size it is near, else itself. */
        public int size() {
            return near > 0 ? near : d;
        }
    }

    /** Copies the list. */
    public Fingerprint {
        cuts = List.copyOf(cuts);
    }

    /**
     * Looks for steps.
     *
     * @param variance by dimension, over unit vectors, at least {@value #LEAST_VECTORS} of them; at least 16 dimensions
     * @return what was found
     */
    public static Fingerprint of(double[] variance) {
        double[] v = Arrays.stream(variance).map(each -> Math.log(Math.max(each, Double.MIN_NORMAL))).toArray();
        double[] t = curve(v);
        double[] maxima = nullMaxima(v);
        double largest = Arrays.stream(t).max().orElseThrow();
        double p = (double) Arrays.stream(maxima).filter(maximum -> maximum > largest).count() / ORDERS;
        double threshold = maxima[(int) Math.ceil(PERCENTILE * ORDERS) - 1];
        double sortedness = sortedness(v);
        List<Cut> cuts = sortedness < SORTED_BELOW ? List.of() : cuts(v, t, threshold);
        Kind kind = sortedness < SORTED_BELOW ? Kind.SORTED : cuts.isEmpty() ? Kind.NONE : Kind.STEPS;
        return new Fingerprint(kind, p, sortedness, threshold, t, cuts);
    }

    /** Returns how many dimensions before a cut are compared with as many behind it. */
    private static int window(int cut, int dimension) {
        return Math.max(LEAST_WINDOW, Math.min(Math.min(cut / 2, dimension - cut), LARGEST_WINDOW));
    }

    private static double[] curve(double[] v) {
        double[] sums = new double[v.length + 1];
        double[] squares = new double[v.length + 1];
        for (int i = 0; i < v.length; i++) {
            sums[i + 1] = sums[i] + v[i];
            squares[i + 1] = squares[i] + v[i] * v[i];
        }
        double[] t = new double[v.length - 2 * FIRST_CUT + 1];
        for (int i = 0; i < t.length; i++) {
            int cut = i + FIRST_CUT;
            int w = window(cut, v.length);
            double before = (sums[cut] - sums[cut - w]) / w;
            double behind = (sums[cut + w] - sums[cut]) / w;
            double spread = variance(squares[cut] - squares[cut - w], before, w)
                    + variance(squares[cut + w] - squares[cut], behind, w);
            t[i] = spread > 0 ? (before - behind) / Math.sqrt(spread / w) : 0;
        }
        return t;
    }

    private static double variance(double squares, double mean, int n) {
        return Math.max(0, (squares - n * mean * mean) / (n - 1));
    }

    /** The largest t of each random order, ascending. */
    private static double[] nullMaxima(double[] v) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] shuffled = v.clone();
        double[] maxima = new double[ORDERS];
        for (int order = 0; order < ORDERS; order++) {
            for (int i = shuffled.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                double kept = shuffled[i];
                shuffled[i] = shuffled[other];
                shuffled[other] = kept;
            }
            maxima[order] = Arrays.stream(curve(shuffled)).max().orElseThrow();
        }
        Arrays.sort(maxima);
        return maxima;
    }

    private static List<Cut> cuts(double[] v, double[] t, double threshold) {
        List<Integer> candidates = new ArrayList<>(IntStream.range(0, t.length)
                .filter(i -> t[i] > threshold && isPeak(t, i))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -t[i]))
                .toList());
        List<Cut> cuts = new ArrayList<>();
        while (!candidates.isEmpty()) {
            int d = candidates.getFirst() + FIRST_CUT;
            cuts.add(cut(v, d, t[d - FIRST_CUT]));
            candidates.removeIf(i -> {
                double factor = (double) (i + FIRST_CUT) / d;
                return factor <= APART && factor >= 1 / APART;
            });
        }
        cuts.sort(Comparator.comparingInt(Cut::d));
        return cuts;
    }

    /** Whether no larger step is as near as a flank: else the outer slope of a large step would count as one of its own. */
    private static boolean isPeak(double[] t, int i) {
        int cut = i + FIRST_CUT;
        int from = Math.max(0, (int) Math.ceil(cut / APART) - FIRST_CUT);
        int to = Math.min(t.length - 1, (int) Math.floor(cut * APART) - FIRST_CUT);
        return IntStream.rangeClosed(from, to).noneMatch(j -> t[j] > t[i]);
    }

    private static Cut cut(double[] v, int d, double t) {
        int w = window(d, v.length);
        double before = Arrays.stream(v, d - w, d).average().orElseThrow();
        double behind = Arrays.stream(v, d, d + w).average().orElseThrow();
        return new Cut(d, near(d), t, Math.exp(before - behind));
    }

    private static int near(int d) {
        int best = 0;
        for (int power = 1; power <= 4 * d; power *= 2) {
            best = nearer(d, power, best);
            best = nearer(d, 3 * power, best);
        }
        best = nearer(d, Math.round(d / 64f) * 64, best);
        return Math.abs(best - d) <= ROUND_WITHIN * d ? best : 0;
    }

    private static int nearer(int d, int candidate, int best) {
        return Math.abs(candidate - d) < Math.abs(best - d) ? candidate : best;
    }

    private static double sortedness(double[] v) {
        float[] places = new float[v.length];
        float[] values = new float[v.length];
        for (int i = 0; i < v.length; i++) {
            places[i] = i;
            values[i] = (float) v[i];
        }
        return SpearmanRho.of(TiedRanks.of(places), TiedRanks.of(values));
    }
}
