package org.matryoscope.question.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.question.Asking;
import org.matryoscope.question.CommonOptions;
import org.matryoscope.question.Heading;
import org.matryoscope.question.Input;
import org.matryoscope.question.Lens;
import org.matryoscope.question.Option;
import org.matryoscope.question.Prefixes;
import org.matryoscope.question.Question;
import org.matryoscope.question.Reply;
import org.matryoscope.question.ShownDocument;
import org.matryoscope.question.Unanswered;
import org.matryoscope.vector.PrefixCurves;
import org.matryoscope.vector.PrefixTops;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.TopRows;
import org.matryoscope.vector.VectorStore;

/** Scores: how do the similarities of chosen documents change with the prefix, and what comes first at each? */
public final class ScoresQuestion implements Question {
    /** How many documents a ranking lists. */
    public static final Option.Whole TOP = Option.Whole.count("top", "listed", "How many documents to list.", 10, 3, 5,
            10, 20, 50);

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public String title() {
        return "Scores";
    }

    @Override
    public String words() {
        return "How do similarities to the query change with the prefix length, and what comes first at each?";
    }

    @Override
    public Heading heading() {
        return Heading.SEE;
    }

    @Override
    public String icon() {
        return "trending-up";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(TOP, CommonOptions.DIMS);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(Input.QUERY, Input.SELECTION, Input.NORM);
    }

    @Override
    public Reply ask(Asking asking, Progress progress) {
        int all = asking.contenders().size();
        List<VectorStore> stores = new ArrayList<>();
        List<float[]> queries = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            Lens.Seen seen = asking.contenders()
                    .get(i)
                    .lens()
                    .whole(Share.of(progress, 0.4 * i / all, 0.4 * (i + 1) / all));
            stores.add(seen.store());
            queries.add(seen.rotate(asking.contenders().get(i).subject().asked().vector()));
        }
        List<ShownDocument> documents = documents(asking, stores, queries.getFirst(), Share.of(progress, 0.4, 0.5));
        if (documents.isEmpty()) {
            return new Unanswered("none of these texts has a vector that can be compared",
                    "Choose others in the ranking.", List.of());
        }
        int[] rows = documents.stream().mapToInt(ShownDocument::row).toArray();
        List<ContenderScores> scores = new ArrayList<>();
        for (int i = 0; i < all; i++) {
            Progress part = Share.of(progress, 0.5 + 0.5 * i / all, 0.5 + 0.5 * (i + 1) / all);
            scores.add(scores(asking, i, stores.get(i), queries.get(i), rows, part));
        }
        return new ScoresAnswer(asking, documents, scores, Lens.fitWords(asking.contenders()));
    }

    private static List<ShownDocument> documents(Asking asking, List<VectorStore> stores, float[] query,
            Progress progress) {
        int dimension = stores.getFirst().dimension();
        int[] leaders = PrefixTops.scan(stores.getFirst(), query, new int[]{dimension}, ShownDocument.AT_MOST, progress)
                .getFirst()
                .rows();
        return ShownDocument.choose(asking.corpus(), asking.selection(), asking.judged().orElse(null), leaders)
                .stream()
                .filter(document -> stores.stream().noneMatch(store -> store.isExcluded(document.row())))
                .toList();
    }

    private static ContenderScores scores(Asking asking, int contender, VectorStore store, float[] query, int[] rows,
            Progress progress) {
        ScoreCurves cosines = curves(store, query, rows, true, Share.of(progress, 0, 0.3));
        ScoreCurves shown = asking.renormalised()
                ? cosines
                : curves(store, query, rows, false, Share.of(progress, 0.3, 0.5));
        int[] prefixes = Prefixes.listed(asking.get(CommonOptions.DIMS),
                asking.contenders().get(contender).subject().texts().origin());
        List<TopRows> tops = PrefixTops.scan(store, query, prefixes, asking.get(TOP), Share.of(progress, 0.5, 1));
        List<ScoresAnswer.Ranking> rankings = IntStream.range(0, prefixes.length)
                .mapToObj(p -> new ScoresAnswer.Ranking(prefixes[p], tops.get(p)))
                .toList();
        return new ContenderScores(shown, cosines, rankings);
    }

    /**
     * Scores chosen documents at every prefix; excluded ones score NaN.
     *
     * @param store the documents
     * @param query D entries
     * @param rows the documents
     * @param renormalise cosine of re-normalised prefixes, or plain dot product
     * @param progress told of the rows read; cancels
     * @return the curves
     * @throws org.matryoscope.base.Problem if the query is all zero or not finite
     */
    static ScoreCurves curves(VectorStore store, float[] query, int[] rows, boolean renormalise, Progress progress) {
        float[][] score = new float[rows.length][];
        PrefixCurves.scan(store, query, rows, renormalise ? Scoring.COSINE : Scoring.DOT, progress,
                (index, curve) -> score[index] = curve);
        return new ScoreCurves(rows.clone(), renormalise, score);
    }
}
