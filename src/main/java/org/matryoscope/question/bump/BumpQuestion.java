package org.matryoscope.question.bump;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

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
import org.matryoscope.question.ShownDocument;
import org.matryoscope.vector.PrefixScan;
import org.matryoscope.vector.RadixRanking;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;

/** Bump: how do the leaders of the full ranking rise and fall with the prefix? */
public final class BumpQuestion implements Question {
    /** How many documents of the head of the full ranking are followed. */
    public static final Option.Whole LEADERS = Option.Whole.count("leaders", "leaders",
            "How many of the first documents at full size are followed.", 10, 5, 10, 15, 20);

    private static final int PREFIXES = 40;

    @Override
    public String name() {
        return "bump";
    }

    @Override
    public String title() {
        return "Bump";
    }

    @Override
    public String words() {
        return "Which of the first documents change places, and at which prefix length?";
    }

    @Override
    public Heading heading() {
        return Heading.SEE;
    }

    @Override
    public String icon() {
        return "shuffle";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(LEADERS, CommonOptions.DIMS);
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(Input.QUERY);
    }

    @Override
    public Reply ask(Asking asking, Progress progress) {
        List<BumpRanks> ranks = asking.each(progress, (i, part) -> {
            Contender contender = asking.contenders().get(i);
            Lens.Seen seen = contender.lens().whole(Share.of(part, 0, 0.3));
            int top = Math.min(asking.get(LEADERS), seen.store().rows());
            return ranks(seen.store(), seen.rotate(contender.subject().asked().vector()), top,
                    prefixes(asking, contender), Share.of(part, 0.3, 1));
        });
        List<List<ShownDocument>> documents = ranks.stream().map(each -> documents(asking, each)).toList();
        return new BumpAnswer(asking, ranks, documents, Lens.fitWords(asking.contenders()));
    }

    /** The quarter is what the finding speaks of. */
    private static int[] prefixes(Asking asking, Contender contender) {
        int dimension = contender.dimension();
        int[] listed = Prefixes.listed(asking.get(CommonOptions.DIMS), contender.subject().texts().origin());
        return Prefixes.with(Prefixes.with(Prefixes.atEqualRatios(dimension, PREFIXES), listed),
                Math.max(1, dimension / 4));
    }

    private static List<ShownDocument> documents(Asking asking, BumpRanks ranks) {
        return Arrays.stream(ranks.rows())
                .mapToObj(row -> new ShownDocument(row,
                        ShownDocument.oneLine(asking.corpus().documents().get(row).text()),
                        ShownDocument.Judgement.of(row, asking.judged().orElse(null))))
                .toList();
    }

    /**
     * Ranks across prefixes of the documents that are first at D.
     *
     * @param store the documents
     * @param query D entries
     * @param top how many documents, at least 1
     * @param prefixes prefix lengths, each 1 … D, ascending
     * @param progress told of the prefixes ranked; cancels
     * @return the ranks
     * @throws org.matryoscope.base.Problem if the query is all zero or not finite
     */
    static BumpRanks ranks(VectorStore store, float[] query, int top, int[] prefixes, Progress progress) {
        PrefixScan scan = new PrefixScan(store, List.of(query), Share.of(progress, 0, 0.2));
        int[] rows = scan.topAt(store.dimension(), 0, Scoring.COSINE, top).rows();
        int[][] rank = new int[rows.length][prefixes.length];
        Progress rest = Share.of(progress, 0.2, 1);
        for (int p = 0; p < prefixes.length; p++) {
            rest.report(p, prefixes.length);
            int[] ranks = RadixRanking.ranks(new RadixRanking().order(scan.scoresAt(prefixes[p], 0, Scoring.COSINE)),
                    store.rows());
            for (int i = 0; i < rows.length; i++) {
                rank[i][p] = ranks[rows[i]] + 1;
            }
        }
        rest.report(1, 1);
        return new BumpRanks(prefixes.clone(), rows, rank);
    }
}
