package org.matryoscope.question.quality;

import java.util.List;
import java.util.Set;

import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.corpus.ScoredPair;
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
import org.matryoscope.vector.VectorStore;

/** Quality: how good is the ranking at each prefix, judged by what is known to be relevant? */
public final class QualityQuestion implements Question {
    /** Which measure is drawn. */
    public static final Option.OneOf<QualityMeasure> MEASURE = Option.OneOf.shown("measure", "",
            "The measure of quality that is drawn.", QualityMeasure.class, QualityMeasure::symbol);

    /** Whether it is drawn as a share of the quality at full size. */
    public static final Option.Switch OF_FULL = new Option.Switch("of-full", "of full size",
            "Draws the share of the quality at full size that is kept.", true);

    /** The share of quality that the finding asks for. */
    public static final Option.Share KEPT = new Option.Share("kept", "kept",
            "The share of the quality at full size that the smallest prefix has to keep.", 0.95,
            List.of(0.9, 0.95, 0.99), true);

    /** How many documents recall looks at. */
    public static final Option.Whole RECALL_AT = Option.Whole.count("recall-at", "recall at",
            "How many of the first documents recall looks at.", 100, 5, 10, 20, 50, 100);

    private static final int PREFIXES = 40;

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public String title() {
        return "Quality";
    }

    @Override
    public String words() {
        return "How good is each prefix length, judged by what people found relevant or alike?";
    }

    @Override
    public Heading heading() {
        return Heading.HOW_FEW;
    }

    @Override
    public String icon() {
        return "award";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(MEASURE, OF_FULL, KEPT, RECALL_AT, CommonOptions.DIMS);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of();
    }

    @Override
    public Reply ask(Asking asking, Progress progress) {
        List<JudgedQuery> queries = JudgedQueries.of(asking.corpus());
        if (queries.isEmpty()) {
            return pairs(asking, progress);
        }
        List<QualityCurve> curves = asking.each(progress,
                (i, part) -> measure(asking, asking.contenders().get(i), queries, part));
        String fit = asking.contenders()
                .stream()
                .map(Contender::lens)
                .filter(Lens::isFittedHere)
                .findFirst()
                .map(lens -> " " + lens.fittedOnWhole())
                .orElse("");
        return new QualityAnswer(asking, curves,
                "Mean over the " + Numbers.whole(queries.size()) + " judged queries of the corpus." + fit);
    }

    private static Reply pairs(Asking asking, Progress progress) {
        VectorStore store = asking.first().subject().texts().store();
        List<ScoredPair> pairs = asking.corpus()
                .pairs()
                .stream()
                .filter(pair -> !store.isExcluded(pair.first()) && !store.isExcluded(pair.second()))
                .toList();
        if (pairs.size() < 2) {
            return new Unanswered("No queries of these texts are judged, and no pairs of them have scores",
                    "Open a corpus folder or a BEIR folder with queries and what is relevant to them, or a table of pairs with scores.",
                    List.of());
        }
        List<QualityCurve> curves = asking.each(progress, (i, part) -> {
            Contender contender = asking.contenders().get(i);
            Lens.Seen seen = contender.lens().whole(Share.of(part, 0, 0.3));
            return PairStudy.run(seen.store(), pairs, prefixes(asking, contender), Share.of(part, 0.3, 1));
        });
        String fit = asking.contenders()
                .stream()
                .map(Contender::lens)
                .filter(Lens::isFittedHere)
                .findFirst()
                .map(lens -> " PCA was fitted on the texts of the pairs.")
                .orElse("");
        return new QualityAnswer(asking, curves, "Spearman's ρ between the cosines of " + Numbers.whole(pairs.size())
                + " pairs and their scores." + fit);
    }

    private static int[] prefixes(Asking asking, Contender contender) {
        int dimension = contender.dimension();
        return Prefixes.with(
                Prefixes.with(Prefixes.atEqualRatios(dimension, PREFIXES),
                        Prefixes.listed(asking.get(CommonOptions.DIMS), contender.subject().texts().origin())),
                dimension);
    }

    private static QualityCurve measure(Asking asking, Contender contender, List<JudgedQuery> queries,
            Progress progress) {
        Lens.Seen seen = contender.lens().whole(Share.of(progress, 0, 0.3));
        List<QualityStudy.Judged> judged = JudgedQueries.seen(contender.subject(), seen, queries,
                Share.of(progress, 0.3, 0.5));
        return QualityStudy.run(seen.store(), judged, prefixes(asking, contender), asking.get(RECALL_AT),
                Share.of(progress, 0.5, 1));
    }
}
