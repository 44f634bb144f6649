package org.matryoscope.question.quality;

import java.util.List;

import org.matryoscope.metric.RankedRelevance;

/** Measures of quality. */
public enum QualityMeasure {
    /** Normalised discounted cumulative gain of the first ten. */
    NDCG("NDCG@10", "NDCG"),
    /** Share of the relevant among the first, as many as are asked for. */
    RECALL("Recall", "Recall"),
    /** One by the rank of the first relevant, among the first ten. */
    MRR("MRR@10", "MRR"),
    /** Mean average precision. */
    MAP("MAP", "MAP"),
    /** Spearman's ρ between cosines of pairs and the scores people gave them. */
    SPEARMAN("Spearman ρ", "ρ");

    private static final int HEAD = 10;

    /** The measures of judged queries. */
    static final List<QualityMeasure> OF_QUERIES = List.of(NDCG, RECALL, MRR, MAP);

    private final String label;
    private final String symbol;

    QualityMeasure(String label, String symbol) {
        this.label = label;
        this.symbol = symbol;
    }

    /** Returns its name. */
    public String label() {
        return label;
    }

    /** Returns its name, where recall looks at so many documents. */
    String at(int recallAt) {
        return this == RECALL ? label + "@" + recallAt : label;
    }

    /** Returns what stands for it on a narrow button. */
    String symbol() {
        return symbol;
    }

    /** Returns what it is the mean over, or taken of, in words. */
    String over() {
        return this == SPEARMAN ? "pairs" : "queries";
    }

    double of(RankedRelevance query, int recallAt) {
        return switch (this) {
            case NDCG -> query.ndcg(HEAD);
            case RECALL -> query.recall(recallAt);
            case MRR -> query.reciprocalRank(HEAD);
            case MAP -> query.averagePrecision();
            case SPEARMAN -> throw new IllegalArgumentException("a query has no correlation");
        };
    }
}
