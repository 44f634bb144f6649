package org.matryoscope.question.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.matryoscope.base.Progress;
import org.matryoscope.base.Share;
import org.matryoscope.metric.MeanCurve;
import org.matryoscope.metric.RankedRelevance;
import org.matryoscope.vector.PrefixScan;
import org.matryoscope.vector.Scoring;
import org.matryoscope.vector.VectorStore;

/** Measures of retrieval at several prefixes, over judged queries. */
public final class QualityStudy {
    private static final long SEED = 1;

    /**
     * A query and what is relevant to it.
     *
     * @param vector D entries
     * @param grades by row, above 0
     */
    public record Judged(float[] vector, Map<Integer, Integer> grades) {}

    private QualityStudy() {
    }

    /**
     * Measures, O(N D) a query and O(N) a query and prefix.
     *
     * @param store the documents
     * @param queries at least one, each with a relevant document
     * @param prefixes prefix lengths, strictly ascending, the last one D
     * @param recallAt how many documents recall looks at, at least 1
     * @param progress told of the queries; cancels
     * @throws org.matryoscope.base.Problem if a query is all zero or not finite
     */
    public static QualityCurve run(VectorStore store, List<Judged> queries, int[] prefixes, int recallAt,
            Progress progress) {
        Map<QualityMeasure, double[][]> perQuery = new EnumMap<>(QualityMeasure.class);
        for (QualityMeasure measure : QualityMeasure.OF_QUERIES) {
            perQuery.put(measure, new double[queries.size()][prefixes.length]);
        }
        for (int q = 0; q < queries.size(); q++) {
            Judged query = queries.get(q);
            Progress part = Share.of(progress, (double) q / queries.size(), (q + 1.0) / queries.size());
            PrefixScan scan = new PrefixScan(store, List.of(query.vector()), part);
            for (int p = 0; p < prefixes.length; p++) {
                RankedRelevance ranked = ranked(scan.scoresAt(prefixes[p], 0, Scoring.COSINE), query.grades());
                for (Map.Entry<QualityMeasure, double[][]> each : perQuery.entrySet()) {
                    each.getValue()[q][p] = each.getKey().of(ranked, recallAt);
                }
            }
        }
        Map<QualityMeasure, MeanCurve> values = new EnumMap<>(QualityMeasure.class);
        Map<QualityMeasure, MeanCurve> shares = new EnumMap<>(QualityMeasure.class);
        perQuery.forEach((measure, curves) -> {
            values.put(measure, MeanCurve.of(curves, SEED));
            shares.put(measure, MeanCurve.shareOfLast(curves, SEED));
        });
        return new QualityCurve(prefixes, queries.size(), values, shares, perQuery);
    }

    /** Ranks only the relevant documents: each score is placed among theirs, which costs less than sorting all. */
    private static RankedRelevance ranked(float[] scores, Map<Integer, Integer> grades) {
        List<Integer> rows = grades.keySet().stream().filter(row -> !Float.isNaN(scores[row])).sorted((a, b) -> {
            int byScore = Float.compare(scores[a] + 0f, scores[b] + 0f);
            return byScore != 0 ? byScore : Integer.compare(b, a);
        }).toList();
        float[] ascending = new float[rows.size()];
        for (int i = 0; i < ascending.length; i++) {
            ascending[i] = scores[rows.get(i)] + 0f;
        }
        int[] above = new int[ascending.length + 1];
        for (int row = 0; row < scores.length; row++) {
            if (!Float.isNaN(scores[row])) {
                above[below(row, scores[row] + 0f, rows, ascending)]++;
            }
        }
        List<RankedRelevance.Relevant> found = new ArrayList<>();
        int rank = 1;
        for (int i = ascending.length - 1; i >= 0; i--) {
            rank += above[i + 1];
            found.add(new RankedRelevance.Relevant(Objects.requireNonNull(grades.get(rows.get(i))), rank));
        }
        grades.forEach((row, grade) -> {
            if (Float.isNaN(scores[row])) {
                found.add(new RankedRelevance.Relevant(grade, Integer.MAX_VALUE));
            }
        });
        return new RankedRelevance(found);
    }

    /** Returns how many of the relevant documents a document stands above; ties go by row. */
    private static int below(int row, float score, List<Integer> rows, float[] ascending) {
        int at = Arrays.binarySearch(ascending, score);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && ascending[at - 1] == score) {
            at--;
        }
        while (at < ascending.length && ascending[at] == score && rows.get(at) > row) {
            at++;
        }
        return at;
    }
}
