package org.matryoscope.question;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import org.matryoscope.base.Numbers;
import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.vector.RowSample;
import org.matryoscope.vector.VectorStore;

/**
 * Which queries an answer is the mean over, the same for every contender: the query asked, the corpus's judged queries, or,
 * where there are none, documents drawn evenly, each left out of its own ranking. Where documents are the queries and a
 * contender was fitted on documents, it is fitted on one half of them and every contender is measured on the other.
 */
public final class QueryPlan {
    /** Where queries come from. */
    private enum Source {
        ASKED, JUDGED, DOCUMENTS
    }

    /**
     * What to measure of one contender.
     *
     * @param store its vectors
     * @param queries the queries, through the same rotation
     */
    public record Material(VectorStore store, List<QueryVector> queries) {}

    /**
     * A query as a contender sees it.
     *
     * @param vector D entries
     * @param row the row of the store that it is, to be left out of its ranking; −1 for none
     */
    public record QueryVector(float[] vector, int row) {}

    private final Asking asking;
    private final Source source;
    private final boolean withAsked;
    private final List<String> texts;
    private final int documents;
    private final boolean half;

    private QueryPlan(Asking asking, Source source, boolean withAsked, List<String> texts, int documents) {
        this.asking = asking;
        this.source = source;
        this.withAsked = withAsked;
        this.texts = texts;
        this.documents = documents;
        half = source == Source.DOCUMENTS && asking.contenders().stream().anyMatch(each -> each.lens().isFittedHere());
    }

    /**
     * Plans for the query asked, or for many.
     *
     * @param asking what is asked about
     * @param count how many queries, at least 1; 1 for the query asked
     * @throws org.matryoscope.base.Problem if the query asked is wanted and there is none
     */
    public static QueryPlan of(Asking asking, int count) {
        if (count == 1) {
            return new QueryPlan(asking, Source.ASKED, true, List.of(), 0);
        }
        List<String> judged = asking.corpus().queries().stream().map(JudgedQuery::text).distinct().toList();
        return judged.isEmpty()
                ? new QueryPlan(asking, Source.DOCUMENTS, false, List.of(), count)
                : new QueryPlan(asking, Source.JUDGED, false, drawn(judged, count), 0);
    }

    /**
     * Plans for the query asked, where there is one, and documents beside it.
     *
     * @param asking what is asked about
     * @param count how many queries together
     */
    public static QueryPlan withDocuments(Asking asking, int count) {
        boolean asked = asking.first().subject().query() != null;
        return new QueryPlan(asking, Source.DOCUMENTS, asked, List.of(), asked ? count - 1 : count);
    }

    private static List<String> drawn(List<String> texts, int count) {
        return IntStream.of(RowSample.draw(texts.size(), count)).mapToObj(texts::get).toList();
    }

    /** Returns how many queries there are at most. */
    public int queries() {
        int rows = asking.first().subject().texts().store().includedRows();
        return (withAsked ? 1 : 0) + switch (source) {
            case ASKED -> 0;
            case JUDGED -> texts.size();
            case DOCUMENTS -> Math.min(documents, half ? Math.max(1, rows / 2) : rows);
        };
    }

    /**
     * Prepares one contender's vectors and queries; of a random contender, through the first rotation drawn.
     *
     * @param contender its index
     * @param progress told of the work; cancels
     * @throws org.matryoscope.base.Problem if a query has no vector
     */
    public Material material(int contender, Progress progress) {
        Contender each = asking.contenders().get(contender);
        return material(each, each.lens().drawn(0, half, Share.of(progress, 0, 0.5)), Share.of(progress, 0.5, 1));
    }

    /**
     * Measures one contender; a random one through each of the rotations drawn.
     *
     * @param contender its index
     * @param progress told of the work; cancels
     * @param measure what to measure
     * @return the measurements, one a rotation
     * @throws org.matryoscope.base.Problem if a query has no vector
     */
    public <T> List<T> eachDraw(int contender, Progress progress, BiFunction<Material, Progress, T> measure) {
        Contender each = asking.contenders().get(contender);
        List<T> measured = new ArrayList<>();
        int draws = each.lens().draws();
        for (int draw = 0; draw < draws; draw++) {
            Progress part = Share.of(progress, (double) draw / draws, (draw + 1.0) / draws);
            Lens.Seen seen = each.lens().drawn(draw, half, Share.of(part, 0, 0.2));
            try {
                measured.add(measure.apply(material(each, seen, Share.of(part, 0.2, 0.3)), Share.of(part, 0.3, 1)));
            } finally {
                if (draw > 0) {
                    seen.store().close();
                }
            }
        }
        return measured;
    }

    private Material material(Contender each, Lens.Seen seen, Progress progress) {
        List<QueryVector> vectors = new ArrayList<>();
        if (withAsked) {
            vectors.add(asked(each, seen));
        }
        for (int i = 0; i < texts.size(); i++) {
            progress.report(i, texts.size());
            vectors.add(new QueryVector(seen.rotate(each.subject().vector(texts.get(i), progress)), -1));
        }
        if (documents > 0) {
            for (int row : RowSample.included(seen.store(), documents)) {
                vectors.add(new QueryVector(seen.store().row(row), row));
            }
        }
        return new Material(seen.store(), vectors);
    }

    /** The query asked; where it is a document it stays in its own ranking, as in the list beside the charts. */
    private static QueryVector asked(Contender contender, Lens.Seen seen) {
        return new QueryVector(seen.rotate(contender.subject().asked().vector()), -1);
    }

    private String drawnWords() {
        return asking.contenders()
                .stream()
                .map(Contender::lens)
                .filter(lens -> lens.draws() > 1)
                .findFirst()
                .map(lens -> " Random rotations and orders are drawn " + lens.draws()
                        + " times; the line is their mean, the band spans their intervals.")
                .orElse("");
    }

    /** Says what is measured on what, a sentence. */
    public String words() {
        String fit = asking.contenders()
                .stream()
                .map(Contender::lens)
                .filter(Lens::isFittedHere)
                .findFirst()
                .map(lens -> half ? " " + lens.fittedOnHalf() : " " + lens.fittedOnWhole())
                .orElse("");
        String asked = switch (source) {
            case ASKED -> "Measured on the query asked.";
            case JUDGED -> texts.size() == asking.corpus().queries().size()
                    ? "Mean over all " + Numbers.whole(texts.size()) + " judged queries of the corpus."
                    : "Mean over " + Numbers.whole(texts.size()) + " of the "
                            + Numbers.whole(asking.corpus().queries().size()) + " judged queries, drawn evenly.";
            case DOCUMENTS -> "Mean over " + Numbers.whole(queries()) + " queries: "
                    + (withAsked ? "the one asked and " : "") + Numbers.whole(queries() - (withAsked ? 1 : 0))
                    + " documents drawn evenly, each left out of its own ranking.";
        };
        return asked + fit + drawnWords();
    }
}
