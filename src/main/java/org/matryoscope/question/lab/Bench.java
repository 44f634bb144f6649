package org.matryoscope.question.lab;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Unanswered;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.rotation.RotationKind;
import org.matryoscope.training.PrefixWeights;

/** Takes what was asked apart: which contender is worked on, what it is learnt from, and its rivals. */
final class Bench {
    private static final long RANDOM_SEED = 1;
    /** The trained map is not in a file yet; this is its name. */
    private static final Path TRAINED = Path.of("adapter.safetensors");

    private final Asking asking;
    private final @Nullable Contender trained;
    private final @Nullable LabTasks tasks;
    private final Learn learn;

    /** Chooses the first contender that is seen as it is. */
    Bench(Asking asking) {
        this.asking = asking;
        trained = asking.contenders()
                .stream()
                .filter(each -> each.lens().choice().kind() == RotationKind.AS_IS)
                .findFirst()
                .orElse(null);
        tasks = trained == null
                ? null
                : new LabTasks(trained.subject(), asking.get(LabQuestion.LEVEL), asking.get(LabQuestion.SEED));
        learn = tasks == null ? Learn.ANY : tasks.learn(asking.get(LabQuestion.LEARN));
    }

    /** Says what is missing; null where there is enough. */
    @Nullable
    Unanswered unanswered() {
        if (tasks == null) {
            return new Unanswered("No model is looked at as it is", "Add a model as a contender without a rotation.",
                    List.of());
        }
        String missing = tasks.missing(learn);
        return missing == null
                ? null
                : new Unanswered("Nothing can be learnt: " + missing,
                        "Open more texts, or choose what else to learn from.", List.of());
    }

    /**
     * Deals out and fits the rivals, where nothing is missing.
     *
     * @param progress told of the work; cancels
     */
    LabReport report(Progress progress) {
        Contender own = Objects.requireNonNull(trained);
        LabTask task = Objects.requireNonNull(tasks).task(learn, progress);
        int dimension = own.dimension();
        return new LabReport(asking, rivals(own), task,
                List.of(Rotation.asIs(dimension), task.pca(), Rotation.random(dimension, RANDOM_SEED)),
                Prefixes.with(PrefixWeights.powersOfTwo(dimension).prefixes(), LabQuestion.prefixes(asking)));
    }

    /** The contenders that are set side by side, in the order of {@link LabAnswer}. */
    private Asking rivals(Contender own) {
        return new Asking(
                List.of(own, own.through(RotationChoice.of(RotationKind.PCA)),
                        own.through(RotationChoice.of(RotationKind.RANDOM)), own.through(RotationChoice.of(TRAINED))),
                asking.selection(), asking.renormalised(), asking.choices());
    }
}
