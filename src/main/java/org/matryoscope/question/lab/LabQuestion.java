package org.matryoscope.question.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.Asking;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Option;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.question.Unanswered;
import org.matryoscope.rotation.Rotation;
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
            "8, 16, 32, … all", List.of(List.of(), List.of(16, 64, 256), List.of(8, 16, 32, 64)), false);

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

    /** How much each prefix counts. */
    public static final Option.Weights WEIGHTS = new Option.Weights("weights", "α…",
            "How much the loss of each prefix counts, by its length.", LabWeights.labels());

    /** Waits. */
    public static final Option.Switch PAUSED = new Option.Switch("paused", "pause", "Lets the training wait.", false);

    /** How fast it goes. */
    public static final Option.Whole PACE = new Option.Whole("pace", "pace",
            "How many steps a second are made at most, to be watched; all for as many as there can be.", 1,
            Integer.MAX_VALUE, List.of(10, 30, 100, Integer.MAX_VALUE), true,
            pace -> pace == Integer.MAX_VALUE ? "as fast as it can" : pace + " a second", false);

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
        return "sliders";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(VIEW, WEIGHTS, PAUSED, LEARN, AT, DRAW, STEPS, TEACHER, START, LEVEL, SEED, PACE);
    }

    @Override
    public List<Option<?>> live() {
        return List.of(PAUSED, WEIGHTS, PACE);
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
        Bench bench = new Bench(asking);
        Unanswered unanswered = bench.unanswered();
        if (unanswered != null) {
            return unanswered;
        }
        LabReport report = bench.report(Share.of(progress, 0, 0.2));
        LabTask task = report.task();
        LabState state = LabRun.train(task, settings(asking),
                asking.get(START) == Start.PCA ? task.pca() : Rotation.asIs(task.pca().dimension()), asking.get(STEPS),
                new LabControl(asking), Share.of(progress, 0.2, 0.8), now -> report.show(now, progress, soon));
        return report.end(state, Share.of(progress, 0.8, 1));
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
     * Measures the PCA of the part of the texts that would be learnt from, on the part that would be measured, and trains nothing.
     *
     * @param asking contenders and options
     * @param progress told of the work; cancels
     * @return an answer whose trained map is that PCA, or why there is none
     */
    public static Reply measurePca(Asking asking, Progress progress) {
        Bench bench = new Bench(asking);
        Unanswered unanswered = bench.unanswered();
        if (unanswered != null) {
            return unanswered;
        }
        LabReport report = bench.report(Share.of(progress, 0, 0.3));
        return report.end(new LabState(0, List.of(), report.task().pca(), 0, false), Share.of(progress, 0.3, 1));
    }

    private static TrainingSettings settings(Asking asking) {
        TrainingSettings usual = TrainingSettings.USUAL;
        return new TrainingSettings(usual.rate(), usual.scale(), asking.get(TEACHER), asking.get(DRAW),
                asking.get(SEED));
    }
}
