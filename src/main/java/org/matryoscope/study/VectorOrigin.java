package org.matryoscope.study;

import java.util.List;

import org.matryoscope.model.ModelProfile;

/** Where the vectors of a corpus come from. */
public sealed interface VectorOrigin {
    /** Returns the name to show. */
    String name();

    /** Returns the full dimension D. */
    int dimension();

    /** Returns the prefix lengths that the vectors were trained for, ascending; empty where there are none, or none are known. */
    List<Integer> trainedPrefixes();

    /**
     * Vectors that a model made here.
     *
     * @param profile what is known of the model
     */
    record Model(ModelProfile profile) implements VectorOrigin {
        @Override
        public String name() {
            return profile.name();
        }

        @Override
        public int dimension() {
            return profile.dimension();
        }

        @Override
        public List<Integer> trainedPrefixes() {
            return profile.trainedPrefixes().value();
        }
    }
}
