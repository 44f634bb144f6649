package org.matryoscope.app.panel;

import java.util.function.Consumer;
import java.util.function.Function;

import org.matryoscope.app.task.Background;
import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;

/** Work whose failure belongs beside the fields of a sheet that it was asked from, and not among the window's notices behind it. */
final class Attempt {
    /** What came of it. */
    private sealed interface Outcome<T> {
        record Done<T>(T result) implements Outcome<T> {}

        record Failed<T>(Problem why) implements Outcome<T> {}
    }

    private Attempt() {
    }

    /**
     * Runs it in the background, as {@link Background#latest} does.
     *
     * @param background who works
     * @param slot names what the result is for
     * @param title what the status bar says meanwhile
     * @param job the work
     * @param onResult takes the result
     * @param onProblem takes what the user can mend
     * @param <T> the result's type
     */
    static <T> void run(Background background, String slot, String title, Function<Progress, T> job,
            Consumer<T> onResult, Consumer<Problem> onProblem) {
        background.<Outcome<T>>latest(slot, title, progress -> {
            try {
                return new Outcome.Done<>(job.apply(progress));
            } catch (Problem why) {
                return new Outcome.Failed<>(why);
            }
        }, outcome -> {
            switch (outcome) {
                case Outcome.Done<T> done -> onResult.accept(done.result());
                case Outcome.Failed<T> failed -> onProblem.accept(failed.why());
            }
        });
    }
}
