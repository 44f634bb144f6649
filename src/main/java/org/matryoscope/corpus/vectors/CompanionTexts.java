package org.matryoscope.corpus.vectors;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the file of texts that an export for an embedding projector puts beside a file of vectors. */
public final class CompanionTexts {
    private static final String TEXTS = "metadata";

    private CompanionTexts() {
    }

    /**
     * Looks beside a file of vectors: {@code tensors.tsv} has its texts in {@code metadata.tsv}, {@code news_vectors.tsv} in
     * {@code news_metadata.tsv}.
     *
     * @param vectors the file of vectors
     * @return the file of texts, a line a row, with a row of column names if there are several columns; empty where there is none
     */
    public static Optional<Path> of(Path vectors) {
        String name = vectors.getFileName() == null ? "" : vectors.getFileName().toString();
        String other = name.replaceFirst("(?i)(tensors?|vectors?|vecs|embeddings?)(\\.(tsv|tab))$", TEXTS + "$2");
        return Optional.of(other)
                .filter(each -> !each.equals(name))
                .map(vectors::resolveSibling)
                .filter(Files::isRegularFile);
    }
}
