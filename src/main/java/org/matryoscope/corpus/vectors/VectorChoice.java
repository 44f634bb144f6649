package org.matryoscope.corpus.vectors;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which fields of a file become what.
 *
 * @param vectors the name of the field that holds the vectors
 * @param text the field of the texts; null where there is none
 * @param id the field of the ids; null to number the rows from 1
 * @param levels the fields of the labels, coarse to fine; may be empty
 * @param relevance the field of numbers that say how relevant each row is; null where there is none
 * @param reading how the file is read
 */
public record VectorChoice(String vectors, @Nullable String text, @Nullable String id, List<String> levels,
        @Nullable String relevance, Reading reading) {
    /** Names fields of a file that is read as it seems to be written. */
    public VectorChoice(String vectors, @Nullable String text, @Nullable String id, List<String> levels,
            @Nullable String relevance) {
        this(vectors, text, id, levels, relevance, Reading.GUESSED);
    }

    /** Returns the same fields of a file that is read in another way. */
    public VectorChoice with(Reading other) {
        return new VectorChoice(vectors, text, id, levels, relevance, other);
    }

    /** Says whether anything beside the vectors is chosen that makes documents: texts, ids or labels. */
    public boolean hasDocuments() {
        return text != null || id != null || !levels.isEmpty();
    }
}
