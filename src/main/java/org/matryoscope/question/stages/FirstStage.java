package org.matryoscope.question.stages;

import java.util.Locale;

/** How the first step of a search finds its documents. */
public enum FirstStage {
    /** By comparing the query with every document. */
    EXACT("exact"),
    /** By a graph of neighbours. */
    HNSW("HNSW");

    private final String label;

    FirstStage(String label) {
        this.label = label;
    }

    /** Returns its name. */
    public String label() {
        return label;
    }

    /** Returns its name in JSON. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
