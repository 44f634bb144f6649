package org.matryoscope.question.rotation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.Asking;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Lens;
import org.matryoscope.question.Prefixes;

/** Measures contenders as they are looked through, and PCAs fitted on few texts. */
final class RotationStudy {
    /** The least number of texts. */
    static final int FEWEST = 16;

    private static final int DRAWS = 5;
    private static final int FEW_DRAWS = 2;
    /** A PCA of more dimensions takes many seconds, and of more entries mapping does; drawing twice shows the spread still. */
    private static final int MOST_DIMENSIONS = 1024;
    private static final long MOST_ENTRIES = 1L << 26;

    private final Asking asking;
    private final MainMeasure measure;
    private final boolean half;

    /**
     * Prepares.
     *
     * @param asking what is measured
     * @param measure by what
     * @param half whether rotations are fitted on one half of the documents, and the other is measured
     */
    RotationStudy(Asking asking, MainMeasure measure, boolean half) {
        this.asking = asking;
        this.measure = measure;
        this.half = half;
    }

    /** Measures one contender; a random one through each of the rotations drawn. */
    RotationCurve curve(int index, Progress progress) {
        Contender contender = asking.contenders().get(index);
        int draws = contender.lens().draws();
        List<double[][]> measured = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            Progress part = Share.of(progress, (double) draw / draws, (draw + 1.0) / draws);
            Lens.Seen seen = contender.lens().drawn(draw, half, Share.of(part, 0, 0.3));
            try {
                measured.add(measure(contender, seen, Share.of(part, 0.3, 1)));
            } finally {
                if (draw > 0) {
                    seen.store().close();
                }
            }
        }
        return RotationCurve.of(prefixes(contender), measured);
    }

    /**
     * Measures PCAs fitted on more and more texts.
     *
     * @param own the index of the vectors as they are
     * @param pca the index of their PCA, which is the last point
     * @param all its curve
     * @param progress told of the rotations fitted; cancels
     */
    LearningCurve learn(int own, int pca, RotationCurve all, Progress progress) {
        Contender contender = asking.contenders().get(pca);
        int[] rows = contender.lens().fittedRows(half);
        int[] few = IntStream.iterate(FEWEST, texts -> texts < rows.length, texts -> 2 * texts).toArray();
        int draws = draws(contender);
        List<int[]> orders = IntStream.rangeClosed(1, draws).mapToObj(seed -> shuffled(rows, seed)).toList();
        List<RotationCurve> curves = new ArrayList<>();
        for (int i = 0; i < few.length; i++) {
            int texts = few[i];
            List<double[][]> measured = new ArrayList<>();
            for (int draw = 0; draw < draws; draw++) {
                double done = i * (double) draws + draw;
                double steps = (double) few.length * draws;
                int[] some = Arrays.copyOf(orders.get(draw), texts);
                Arrays.sort(some);
                measured.add(fitted(contender, some, Share.of(progress, done / steps, (done + 1) / steps)));
            }
            curves.add(RotationCurve.of(prefixes(contender), measured));
        }
        curves.add(all);
        progress.report(1, 1);
        int[] texts = IntStream.concat(IntStream.of(few), IntStream.of(rows.length)).toArray();
        return new LearningCurve(own, pca, texts, draws, curves);
    }

    private double[][] fitted(Contender contender, int[] rows, Progress progress) {
        Lens.Seen seen = contender.lens().fittedOn(rows, half, Share.of(progress, 0, 0.6));
        try {
            return measure(contender, seen, Share.of(progress, 0.6, 1));
        } finally {
            seen.store().close();
        }
    }

    private double[][] measure(Contender contender, Lens.Seen seen, Progress progress) {
        int[] rows = half ? contender.lens().halfRows() : IntStream.range(0, seen.store().rows()).toArray();
        return measure.of(contender.subject(), seen, rows, prefixes(contender), progress);
    }

    private static int draws(Contender contender) {
        long entries = (long) contender.subject().texts().store().rows() * contender.dimension();
        return contender.dimension() > MOST_DIMENSIONS || entries > MOST_ENTRIES ? FEW_DRAWS : DRAWS;
    }

    /** The same order each time; of each draw larger numbers of texts hold the smaller ones. */
    private static int[] shuffled(int[] rows, long seed) {
        int[] order = rows.clone();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** Those listed and those that can be drawn, and D. */
    private int[] prefixes(Contender contender) {
        int dimension = contender.dimension();
        int[] drawn = RotationQuestion.AT.offered()
                .stream()
                .mapToInt(Integer::intValue)
                .filter(d -> d < dimension)
                .toArray();
        int[] listed = Prefixes.listed(asking.get(CommonOptions.DIMS), contender.subject().texts().origin());
        return Prefixes.with(Prefixes.with(listed, drawn), dimension);
    }
}
