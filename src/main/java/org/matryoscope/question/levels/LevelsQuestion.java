package org.matryoscope.question.levels;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.Asking;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Contender;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Lens;
import org.matryoscope.question.Option;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.question.Unanswered;
import org.matryoscope.vector.RowSample;
import org.matryoscope.vector.VectorStore;

/** Levels: which label level can each nested size tell apart? */
public final class LevelsQuestion implements Question {
    /** How many neighbours vote. */
    public static final Option.Whole NEIGHBOURS = Option.Whole.count("k", "neighbours",
            "How many of the nearest texts vote on a text's label.", 10, 1, 5, 10, 20);

    /** Which level is drawn: one at a time, a line a contender. */
    public static final Option.Whole LEVEL = new Option.Whole("level", "level",
            "Which label level is drawn, counted from 1, coarse to fine.", 1, 1, List.of(1, 2, 3), false,
            Object::toString, true);

    /** More texts than these are sampled: each is compared with each. */
    static final int MOST_TEXTS = 20_000;

    private static final int PREFIXES = 24;

    /** What is measured of one contender. */
    record Material(VectorStore store, int[] rows, boolean sampled) {}

    @Override
    public String name() {
        return "levels";
    }

    @Override
    public String title() {
        return "Levels";
    }

    @Override
    public String words() {
        return "Which label level can each prefix length tell apart?";
    }

    @Override
    public Heading heading() {
        return Heading.WHERE;
    }

    @Override
    public String icon() {
        return "layers";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LEVEL, NEIGHBOURS, CommonOptions.DIMS);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of();
    }

    @Override
    public Reply ask(Asking asking, Progress progress) {
        List<String> levels = asking.corpus().levels();
        if (levels.isEmpty()) {
            return new Unanswered("These texts have no labels",
                    "Open texts with a column of labels, or label them: Edit texts and labels.", List.of());
        }
        boolean half = asking.contenders().stream().anyMatch(each -> each.lens().isFittedHere());
        List<LevelsAnswer.Measured> measured = asking.each(progress,
                (i, part) -> measure(asking, asking.contenders().get(i), half, part));
        return new LevelsAnswer(asking, asking.get(NEIGHBOURS), measured, words(asking, half, measured.getFirst()));
    }

    private static LevelsAnswer.Measured measure(Asking asking, Contender contender, boolean half, Progress progress) {
        Lens.Seen seen = contender.lens().drawn(0, half, Share.of(progress, 0, 0.2));
        int[] all = half ? contender.lens().halfRows() : IntStream.range(0, seen.store().rows()).toArray();
        int[] sample = RowSample.included(seen.store(), MOST_TEXTS);
        int[] prefixes = prefixes(asking, contender);
        Progress rest = Share.of(progress, 0.2, 1);
        if (sample.length == seen.store().rows()) {
            return measure(asking, contender, seen, seen.store(), all, prefixes, rest);
        }
        int[] rows = IntStream.of(sample).map(row -> all[row]).toArray();
        try (VectorStore drawn = RowSample.copy(seen.store(), sample, Share.of(rest, 0, 0.1))) {
            return measure(asking, contender, seen, drawn, rows, prefixes, Share.of(rest, 0.1, 1));
        }
    }

    private static LevelsAnswer.Measured measure(Asking asking, Contender contender, Lens.Seen seen, VectorStore store,
            int[] rows, int[] prefixes, Progress progress) {
        List<String> names = asking.corpus().levels();
        String[][] labels = IntStream.range(0, names.size())
                .mapToObj(level -> LevelsStudy.labels(asking.corpus(), rows, level))
                .toArray(String[][]::new);
        int k = Math.min(asking.get(NEIGHBOURS), Math.max(1, store.rows() - 1));
        List<LevelCurve> curves = LevelsStudy.run(store, names, labels, k, prefixes, progress);
        var query = contender.subject().query();
        @Nullable
        Ladder ladder = query == null
                ? null
                : LabelLadder.of(store, labels, seen.rotate(query.vector()),
                        Prefixes.listed(asking.get(CommonOptions.DIMS), contender.subject().texts().origin()));
        return new LevelsAnswer.Measured(curves, ladder);
    }

    private static int[] prefixes(Asking asking, Contender contender) {
        int dimension = contender.dimension();
        return Prefixes.with(
                Prefixes.with(Prefixes.atEqualRatios(dimension, PREFIXES),
                        Prefixes.listed(asking.get(CommonOptions.DIMS), contender.subject().texts().origin())),
                dimension);
    }

    private static String words(Asking asking, boolean half, LevelsAnswer.Measured measured) {
        int texts = measured.curves().isEmpty() ? 0 : measured.curves().getFirst().texts();
        String fit = half
                ? asking.contenders()
                        .stream()
                        .map(Contender::lens)
                        .filter(Lens::isFittedHere)
                        .findFirst()
                        .map(lens -> " " + lens.fittedOnHalf())
                        .orElse("")
                : "";
        return "Mean over " + Numbers.whole(texts) + " labelled texts, each left out of the vote on its own label."
                + fit;
    }
}
