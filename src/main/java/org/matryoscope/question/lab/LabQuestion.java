package org.matryoscope.question.lab;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Option;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.question.RotationChoice;
import org.matryoscope.question.Unanswered;
import org.matryoscope.rotation.Rotation;
import org.matryoscope.rotation.RotationKind;
import org.matryoscope.training.PrefixDraw;
import org.matryoscope.training.PrefixWeights;
import org.matryoscope.training.TrainingSettings;

/** Lab: can a linear map trained on these texts make prefixes better? */
public final class LabQuestion implements Question {
    /** What is learnt from. */
    public static final Option.OneOf<Learn> LEARN = new Option.OneOf<>("learn", "learn from",
            "What the map is trained on.", Arrays.asList(Learn.values()), Learn.ANY, Learn::words, false);

    /** At which prefixes the loss is taken. */
    public static final Option.PrefixList AT = new Option.PrefixList("dims", "at prefixes",
            "Prefix lengths at which the loss is taken, separated by commas; the powers of two from 8 and all dimensions, unless given.",
            List.of(List.of(), List.of(16, 64, 256), List.of(8, 16, 32, 64)), false);

    /** How the prefixes are weighted. */
    public static final Option.OneOf<PrefixDraw> DRAW = new Option.OneOf<>("draw", "prefixes",
            "Whether the loss is taken at those prefixes, or at prefixes drawn anew at each step, short ones more often.",
            Arrays.asList(PrefixDraw.values()), PrefixDraw.FIXED,
            draw -> draw == PrefixDraw.FIXED ? "fixed" : "drawn anew", false);

    /** How many steps are made. */
    public static final Option.Whole STEPS = Option.Whole.count("steps", "steps", "How many steps are made at most.",
            600, 100, 300, 600, 2000);

    /** How much the teacher counts beside labels, queries or pairs. */
    public static final Option.Amount TEACHER = new Option.Amount("teacher", "teacher",
            "How much the neighbours at full size count beside labels, queries or pairs.", 0.0, false);

    /** Where the training begins. */
    public static final Option.OneOf<Start> START = new Option.OneOf<>("start", "begin at",
            "The map at which the training begins.", Arrays.asList(Start.values()), Start.PCA, Start::words, false);

    /** Which labels are learnt. */
    public static final Option.Whole LEVEL = new Option.Whole("level", "level",
            "Which label level is learnt and measured, counted from 1, coarse to fine; 0 for the finest whose labels have many texts.",
            0, 0, List.of(0, 1, 2, 3), false, level -> level == 0 ? "by texts" : Integer.toString(level), false);

    /** Deals out and draws batches. */
    public static final Option.Whole SEED = new Option.Whole("seed", "seed",
            "Decides how texts are dealt out and batches drawn.", 0, 1, List.of(1, 2, 3), false, Object::toString,
            false);

    /** What is drawn. */
    public static final Option.OneOf<LabView> VIEW = Option.OneOf.shown("view", "", "What is drawn.", LabView.class,
            LabView::words);

    private static final long RANDOM_SEED = 1;
    /** The trained map is not in a file yet; this is its name. */
    private static final Path TRAINED = Path.of("adapter.safetensors");

    /** A map to begin at. */
    public enum Start {
        /** The principal axes of the texts learnt from. */
        PCA("PCA"),
        /** Vectors as they are. */
        IDENTITY("as they are");

        private final String words;

        Start(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    @Override
    public String name() {
        return "lab";
    }

    @Override
    public String title() {
        return "Lab";
    }

    @Override
    public String words() {
        return "Can a linear map trained on these texts make prefixes better?";
    }

    @Override
    public Heading heading() {
        return Heading.DECIDE;
    }

    @Override
    public String icon() {
        return "activity";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(VIEW, LEARN, AT, DRAW, STEPS, TEACHER, START, LEVEL, SEED);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of();
    }

    @Override
    public Reply ask(Asking asking, Progress progress) {
        return ask(asking, progress, reply -> {
        });
    }

    @Override
    public Reply ask(Asking asking, Progress progress, Consumer<Reply> soon) {
        return train(asking, LabControl.steady(PrefixWeights.equal(prefixes(asking))), progress, soon);
    }

    /** Returns the prefixes at which the loss is taken. */
    static int[] prefixes(Asking asking) {
        int[] chosen = asking.get(AT)
                .stream()
                .mapToInt(Integer::intValue)
                .filter(d -> d <= asking.dimension())
                .toArray();
        return chosen.length == 0 ? PrefixWeights.powersOfTwo(asking.dimension()).prefixes() : chosen;
    }

    /**
     * Trains and measures the first contender that is seen as it is, with a reader's hand on the weights.
     *
     * @param asking contenders and options
     * @param control what may change on the way
     * @param progress told of the work; cancels
     * @param soon takes answers on the way, twice a second or more often, on this thread
     */
    public static Reply train(Asking asking, LabControl control, Progress progress, Consumer<Reply> soon) {
        Contender trained = asking.contenders()
                .stream()
                .filter(each -> each.lens().choice().kind() == RotationKind.AS_IS)
                .findFirst()
                .orElse(null);
        if (trained == null) {
            return new Unanswered("No model is looked at as it is", "Add a model as a contender without a rotation.",
                    List.of());
        }
        LabTasks tasks = new LabTasks(trained.subject(), asking.get(LEVEL), asking.get(SEED));
        Learn learn = tasks.learn(asking.get(LEARN));
        @Nullable
        String missing = tasks.missing(learn);
        if (missing != null) {
            return new Unanswered("Nothing can be learnt: " + missing,
                    "Open more texts, or choose what else to learn from.", List.of());
        }
        LabTask task = tasks.task(learn, Share.of(progress, 0, 0.2));
        Rotation asIs = Rotation.asIs(trained.dimension());
        LabReport report = new LabReport(asking, among(asking, trained), task,
                List.of(asIs, task.pca(), Rotation.random(trained.dimension(), RANDOM_SEED)),
                Prefixes.with(PrefixWeights.powersOfTwo(trained.dimension()).prefixes(), prefixes(asking)));
        LabState state = LabRun.train(task, settings(asking), asking.get(START) == Start.PCA ? task.pca() : asIs,
                asking.get(STEPS), control, Share.of(progress, 0.2, 0.8), now -> report.show(now, progress, soon));
        return report.end(state, Share.of(progress, 0.8, 1));
    }

    private static TrainingSettings settings(Asking asking) {
        TrainingSettings usual = TrainingSettings.USUAL;
        return new TrainingSettings(usual.rate(), usual.scale(), asking.get(TEACHER), asking.get(DRAW),
                asking.get(SEED));
    }

    /** The contenders that are set side by side, in the order of {@link LabAnswer}. */
    private static Asking among(Asking asking, Contender trained) {
        return new Asking(List.of(trained, trained.through(RotationChoice.of(RotationKind.PCA)),
                trained.through(RotationChoice.of(RotationKind.RANDOM)), trained.through(RotationChoice.of(TRAINED))),
                asking.selection(), asking.renormalised(), asking.choices());
    }
}
