package org.matryoscope.question.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.matryoscope.base.Progress;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.training.AdapterTraining;
import org.matryoscope.training.StepLoss;
import org.matryoscope.training.TrainingSettings;

/** Trains a map, looks at what is held out on the way, and keeps the best. */
final class LabRun {
    private static final int STEPS_A_LOOK = 20;
    private static final int BATCHES_A_LOOK = 4;
    /** Looks without a lower loss after which there is nothing to hope for. */
    private static final int PATIENCE = 10;
    private static final long MILLISECONDS_OF_REST = 30;

    private LabRun() {
    }

    /**
     * Trains.
     *
     * @param task what on
     * @param settings how
     * @param start the map to begin at
     * @param steps how many steps at most
     * @param control what may change on the way
     * @param progress told of the steps; cancels
     * @param looked takes the state at each look, on this thread
     * @return the last state
     */
    static LabState train(LabTask task, TrainingSettings settings, Rotation start, int steps, LabControl control,
            Progress progress, Consumer<LabState> looked) {
        String name = task.pca().fittedOn();
        try (AdapterTraining training = new AdapterTraining(task.training().vectors(), task.training().batches(),
                settings, start)) {
            List<LabState.Point> history = new ArrayList<>();
            double least = Double.POSITIVE_INFINITY;
            LabState state = new LabState(0, history, training.map(name), 0, false);
            long begun = System.nanoTime();
            while (training.steps() < steps && !state.early()) {
                progress.report(training.steps(), steps);
                if (control.paused()) {
                    rest();
                    continue;
                }
                if (ahead(training.steps(), begun, control.pace())) {
                    rest();
                }
                StepLoss loss = training.step(control.weights());
                boolean look = training.steps() % STEPS_A_LOOK == 0 || training.steps() == steps;
                if (look || training.steps() == 1) {
                    double heldOut = heldOut(task, training, control);
                    history.add(new LabState.Point(training.steps(), loss.at().prefixes(), loss.losses(), heldOut));
                    boolean better = Double.isNaN(heldOut) || heldOut < least;
                    least = better ? heldOut : least;
                    int best = better ? training.steps() : state.best();
                    state = new LabState(training.steps(), history, better ? training.map(name) : state.map(), best,
                            training.steps() - best >= PATIENCE * STEPS_A_LOOK);
                    looked.accept(state);
                }
            }
            return state;
        }
    }

    /** Says whether more steps were made than a reader wants to see by now. */
    private static boolean ahead(int steps, long begun, int pace) {
        return pace != Integer.MAX_VALUE && steps > (System.nanoTime() - begun) / 1e9 * pace;
    }

    private static void rest() {
        try {
            Thread.sleep(MILLISECONDS_OF_REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static double heldOut(LabTask task, AdapterTraining training, LabControl control) {
        LabTask.Material held = task.validation();
        return held == null
                ? Double.NaN
                : training.heldOut(held.vectors(), held.batches(), BATCHES_A_LOOK, control.weights()).mean();
    }
}
