package org.matryoscope.question.quality;

import org.matryoscope.metric.RankedRelevance;

/** Measures of retrieval. */
public enum QualityMeasure {
    /** Normalised discounted cumulative gain of the first ten. */
    NDCG("NDCG@10", "NDCG"),
    /** Share of the relevant among the first hundred. */
    RECALL("Recall@100", "Recall"),
    /** One by the rank of the first relevant, among the first ten. */
    MRR("MRR@10", "MRR"),
    /** Mean average precision. */
    MAP("MAP", "MAP");

    private static final int HEAD = 10;
    private static final int DEPTH = 100;

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

    /** Returns what stands for it on a narrow button. */
    String symbol() {
        return symbol;
    }

    double of(RankedRelevance query) {
        return switch (this) {
            case NDCG -> query.ndcg(HEAD);
            case RECALL -> query.recall(DEPTH);
            case MRR -> query.reciprocalRank(HEAD);
            case MAP -> query.averagePrecision();
        };
    }
}
