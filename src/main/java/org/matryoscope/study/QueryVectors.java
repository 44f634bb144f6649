package org.matryoscope.study;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.matryoscope.base.Problem;
import org.matryoscope.base.Progress;
import org.matryoscope.corpus.Corpus;
import org.matryoscope.corpus.Document;
import org.matryoscope.corpus.JudgedQuery;
import org.matryoscope.corpus.vectors.Reading;
import org.matryoscope.corpus.vectors.VectorChoice;
import org.matryoscope.corpus.vectors.VectorFiles;
import org.matryoscope.corpus.vectors.VectorPreview;
import org.matryoscope.corpus.vectors.VectorSource;

/**
 * Vectors of queries, read from a file.
 *
 * @param file the file
 * @param names what each is asked by: its text, else the judged query it belongs to, else its number
 * @param vectors the vectors, one a name, all of one dimension
 */
public record QueryVectors(Path file, List<String> names, float[][] vectors) {
    /** More queries than this are not a file of queries. */
    public static final int MOST = 100_000;

    /**
     * Reads a file of queries with the fields that its preview proposes.
     *
     * @param file any known file of vectors
     * @param vectors the vectors that are to be queried
     * @param progress told in rows; cancels
     * @return the queries
     * @throws Problem if it cannot be read, has too many rows, or another dimension
     */
    public static QueryVectors read(Path file, EmbeddedCorpus vectors, Progress progress) {
        VectorPreview preview = VectorFiles.preview(file, Reading.GUESSED.requiringVectors(), progress);
        VectorChoice choice = preview.queries() == null
                ? preview.proposed()
                : new VectorChoice(preview.queries(), null, null, List.of(), null);
        float[][] rows;
        try (VectorSource source = VectorFiles.open(file, choice)) {
            require(file, source, vectors);
            rows = new float[source.rows()][];
            int dimension = source.dimension();
            source.read(progress, (first, count, block) -> {
                for (int i = 0; i < count; i++) {
                    rows[first + i] = Arrays.copyOfRange(block, i * dimension, (i + 1) * dimension);
                }
            });
        }
        List<Document> documents = VectorFiles.documents(file, choice, progress);
        return new QueryVectors(file, names(file, choice, documents, rows.length, vectors.corpus()), rows);
    }

    private static void require(Path file, VectorSource source, EmbeddedCorpus vectors) {
        if (source.dimension() != vectors.store().dimension()) {
            throw new Problem(
                    file.toString(), "its vectors have " + source.dimension() + " dimensions, and those of "
                            + vectors.origin().name() + " have " + vectors.store().dimension(),
                    "Choose queries made by the same model.");
        }
        if (source.rows() > MOST) {
            throw new Problem(file.toString(), "it has " + source.rows() + " rows, more than " + MOST + " queries",
                    "Choose a file of queries; open documents as vectors.");
        }
    }

    private static List<String> names(Path file, VectorChoice choice, List<Document> own, int rows, Corpus corpus) {
        if (choice.text() != null) {
            return own.stream().map(Document::text).toList();
        }
        Map<String, String> judged = new HashMap<>();
        corpus.queries().forEach(query -> judged.put(query.id(), query.text()));
        if (choice.id() != null) {
            return own.stream().map(document -> judged.getOrDefault(document.id(), document.id())).toList();
        }
        if (rows == corpus.queries().size()) {
            return corpus.queries().stream().map(JudgedQuery::text).toList();
        }
        return IntStream.range(0, rows).mapToObj(row -> file.getFileName() + ", row " + row).toList();
    }

    /** Returns the vector of a name; null where there is none. */
    public float @Nullable [] find(String name) {
        int index = names.indexOf(name);
        return index < 0 ? null : vectors[index];
    }
}
