package org.matryoscope.question.rotation;

/** Which texts rotations are fitted on where the documents themselves are measured. Judged queries are never fitted on. */
public enum FitOn {
    /** One half of the documents, and the other is measured. */
    HALF("half of the texts"),
    /** All documents, as one would deploy it, and the same are measured. */
    CORPUS("all texts");

    private final String label;

    FitOn(String label) {
        this.label = label;
    }

    /** Returns its words. */
    String label() {
        return label;
    }
}
