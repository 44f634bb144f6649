package org.matryoscope.question.storage;

/** What is kept by smaller vectors. */
public enum StorageMeasure {
    /** Overlap of the first k with full vectors. */
    AGREEMENT("agreement"),
    /** NDCG@10 over the judged queries, as a share of that of full vectors. */
    QUALITY("quality");

    private final String label;

    StorageMeasure(String label) {
        this.label = label;
    }

    /** Returns its name. */
    String label() {
        return label;
    }
}
