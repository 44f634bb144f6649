package org.matryoscope.rotation;

/** The kinds of rotations. */
public enum RotationKind {
    /** As they are. */
    AS_IS("as-is", ""),
    /** The principal axes of the documents, largest first. */
    PCA("pca", "PCA"),
    /** A random rotation. */
    RANDOM("random", "random"),
    /** The same dimensions in random order. */
    SHUFFLED("shuffled", "shuffled"),
    /** A map that was trained, or made elsewhere. */
    TRAINED("trained", "trained");

    private final String key;
    private final String label;

    RotationKind(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Returns its name on the command line, in files and in JSON. */
    public String key() {
        return key;
    }

    /** Returns its name behind a model's letter; empty for vectors as they are. */
    public String label() {
        return label;
    }
}
