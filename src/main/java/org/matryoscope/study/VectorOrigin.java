package org.matryoscope.study;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.matryoscope.model.ModelProfile;
import org.matryoscope.vector.VectorStore;

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

    /**
     * Vectors that were read from a file.
     *
     * @param request the file, and how it was read
     * @param dimension D
     * @param model the model that made them, as the user says; null where none is attached
     */
    record Imported(ImportRequest request, int dimension, @Nullable AttachedModel model) implements VectorOrigin {
        static Imported of(ImportRequest request, VectorStore store) {
            return new Imported(request, store.dimension(), null);
        }

        @Override
        public String name() {
            return request.name();
        }

        @Override
        public List<Integer> trainedPrefixes() {
            return model == null ? List.of() : model.profile().trainedPrefixes().value();
        }
    }
}
