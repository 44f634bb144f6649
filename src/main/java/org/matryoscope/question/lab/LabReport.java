package org.matryoscope.question.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Reply;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.vector.ColumnMoments;
import org.matryoscope.vector.VectorStore;

/** Sets a map that is being trained beside its rivals, which are measured once. */
final class LabReport {
    /** Looks in between are not measured: measuring takes time from the training. */
    private static final long NANOSECONDS_A_LOOK = 400_000_000;

    private final Asking asking;
    private final Asking measured;
    private final LabTask task;
    private final List<Rotation> rivals;
    private final int[] prefixes;
    private final List<List<double[][]>> rivalsSoFar = new ArrayList<>();
    private final List<double[]> rivalsEnergy = new ArrayList<>();
    private long shown;

    /**
     * Prepares.
     *
     * @param asking what was asked
     * @param measured the contenders in the order of {@link LabAnswer}
     * @param task what is trained on
     * @param rivals the first three contenders' maps
     * @param prefixes the prefixes that are measured
     */
    LabReport(Asking asking, Asking measured, LabTask task, List<Rotation> rivals, int[] prefixes) {
        this.asking = asking;
        this.measured = measured;
        this.task = task;
        this.rivals = List.copyOf(rivals);
        this.prefixes = prefixes;
    }

    /** Returns what is trained on. */
    LabTask task() {
        return task;
    }

    /**
     * Measures what is held out, unless that was done a moment ago.
     *
     * @param state the training
     * @param progress cancels
     * @param soon takes the answer
     */
    void show(LabState state, Progress progress, Consumer<Reply> soon) {
        long now = System.nanoTime();
        if (!rivalsEnergy.isEmpty() && now - shown < NANOSECONDS_A_LOOK) {
            return;
        }
        if (rivalsEnergy.isEmpty()) {
            rivals.forEach(rival -> {
                rivalsSoFar.add(curves(task.live(), rival, quiet(progress)));
                rivalsEnergy.add(energy(rival, quiet(progress)));
            });
        }
        soon.accept(answer(state, false, task.live(), rivalsSoFar, quiet(progress)));
        shown = System.nanoTime();
    }

    /** Cancels as another does, and reports nothing: the training does. */
    private static Progress quiet(Progress progress) {
        return new Progress() {
            @Override
            public void report(long done, long total) {
                // What is measured on the way is no part of what is to be done.
            }

            @Override
            public void onCancel(Runnable action) {
                progress.onCancel(action);
            }
        };
    }

    /**
     * Measures the test part.
     *
     * @param state the training at its end
     * @param progress told of the work; cancels
     */
    LabAnswer end(LabState state, Progress progress) {
        List<List<double[][]>> all = new ArrayList<>();
        for (int i = 0; i < rivals.size(); i++) {
            all.add(curves(task.measures(), rivals.get(i), Share.of(progress, (double) i / measured.contenders().size(),
                    (i + 1.0) / measured.contenders().size())));
        }
        if (rivalsEnergy.isEmpty()) {
            rivals.forEach(rival -> rivalsEnergy.add(energy(rival, progress)));
        }
        return answer(state, true, task.measures(), all, progress);
    }

    private LabAnswer answer(LabState state, boolean finished, List<PartMeasure> measures,
            List<List<double[][]>> ofRivals, Progress progress) {
        List<double[][]> own = curves(measures, state.map(), progress);
        List<Compared> compared = IntStream.range(0, measures.size())
                .mapToObj(m -> Compared.of(measures.get(m).name(), prefixes,
                        IntStream.rangeClosed(0, rivals.size())
                                .mapToObj(i -> i < rivals.size() ? ofRivals.get(i).get(m) : own.get(m))
                                .toList()))
                .toList();
        List<double[]> energy = new ArrayList<>(rivalsEnergy);
        energy.add(energy(state.map(), progress));
        return new LabAnswer(asking, measured, task.learn(), asking.get(LabQuestion.STEPS), state, finished, compared,
                energy, task.dealt());
    }

    private List<double[][]> curves(List<PartMeasure> measures, Rotation map, Progress progress) {
        return measures.stream().map(measure -> measure.of(map, prefixes, progress)).toList();
    }

    /** The share of the energy in the first dimensions, of the texts held out. */
    private double[] energy(Rotation map, Progress progress) {
        try (VectorStore seen = task.heldOut().through(map, progress)) {
            double[] cumulative = ColumnMoments.of(seen, progress).energy().clone();
            Arrays.parallelPrefix(cumulative, Double::sum);
            return cumulative;
        }
    }
}
